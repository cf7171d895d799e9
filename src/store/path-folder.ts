import { join } from "node:path";
import type { Flow } from "../flow/flow.ts";
import { type LoadedPath, loadPath } from "../flow/load-path.ts";
import { nameTaken } from "./flow-names.ts";
import { readText, yamlFiles } from "./yaml-files.ts";

/** One file with a path: its text, the path when it can be walked, and its problems. */
export type ReadPath = { file: string; source: string } & LoadedPath;

/** Where the paths through a folder of flows lie, inside of it. */
export const PATHS_FOLDER = "paths";

/** Reads the paths beside these flows. Two paths of one name are a problem of the second. */
export function readPaths(folder: string, flows: readonly Flow[]): ReadPath[] {
  const taken = new Map<string, string>();
  return yamlFiles(join(folder, PATHS_FOLDER)).map((file) => {
    const { source, unreadable } = readText(file);
    if (unreadable.length > 0) return { file, source, path: undefined, problems: unreadable };
    const { path, problems } = loadPath(source, file, flows);
    const first = path && taken.get(path.id);
    if (path && first) {
      const taken = nameTaken("path", { file, source }, path.id, first);
      return { file, source, path: undefined, problems: [taken, ...problems] };
    }
    if (path) taken.set(path.id, file);
    return { file, source, path, problems };
  });
}
