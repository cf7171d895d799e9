import { join } from "node:path";
import type { Flow } from "../flow/flow.ts";
import { type LoadedPath, loadPath } from "../flow/load-path.ts";
import type { Problem } from "../flow/problem.ts";
import { nameTaken } from "./flow-names.ts";
import { readText, yamlFiles } from "./yaml-files.ts";

/** One file with a path: its text, the path when it can be walked, and its problems. */
export type ReadPath = { file: string; source: string } & LoadedPath;

/** Where the paths through a folder of flows lie, inside of it. */
export const PATHS_FOLDER = "paths";

/** The code of a step whose flow is not there to be played. */
export const UNKNOWN_FLOW = "path/unknown-flow";

/** Reads the paths beside these flows. Two paths of one name are a problem of the second. */
export function readPaths(folder: string, flows: readonly Flow[]): ReadPath[] {
  const taken = new Map<string, string>();
  return yamlFiles(join(folder, PATHS_FOLDER)).map((file) => {
    const { source, unreadable } = readText(file);
    if (unreadable.length > 0) return { file, source, path: undefined, problems: unreadable };
    const { path, problems: found } = loadPath(source, file, flows);
    const problems = found.map((problem) => inThisFolder(problem, folder));
    const first = path && taken.get(path.id);
    if (path && first) {
      const taken = nameTaken("path", { file, source }, path.id, first);
      return { file, source, path: undefined, problems: [taken, ...problems] };
    }
    if (path) taken.set(path.id, file);
    return { file, source, path, problems };
  });
}

// Whoever publishes flows in Slack would look for it in vain.
const inThisFolder = (problem: Problem, folder: string): Problem =>
  problem.code === UNKNOWN_FLOW
    ? {
        ...problem,
        remedy: `${problem.remedy} A path leads through flows of the folder: if this one was published in Slack alone, put its file into ${folder} as well.`,
      }
    : problem;
