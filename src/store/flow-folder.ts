import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Flow } from "../flow/flow.ts";
import { loadFlow } from "../flow/load.ts";
import type { Problem } from "../flow/problem.ts";

/** One file of the flows folder: its text, the flow when it can be played, and its problems. */
export type FlowFile = { file: string; source: string; flow: Flow | undefined; problems: Problem[] };

/** There is no folder to read flows from. */
export class NoFlowFolder extends Error {
  constructor(folder: string) {
    super(`There is no folder ${folder} with flows. Make it, or name another one with TIGHTROPE_FLOWS.`);
  }
}

/**
 * Reads every .yml file of a folder, in the order of their names. Two flows of one name are a problem of
 * the second.
 * @throws {NoFlowFolder} when the folder is not there.
 */
export function readFlowFolder(folder: string): FlowFile[] {
  if (!existsSync(folder)) throw new NoFlowFolder(folder);
  const names = readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  const taken = new Map<string, string>();
  return names.map((name) => {
    const read = readFlowFile(join(folder, name));
    const first = read.flow && taken.get(read.flow.id);
    if (!read.flow || !first) {
      if (read.flow) taken.set(read.flow.id, read.file);
      return read;
    }
    const problem: Problem = {
      code: "flow/name-taken",
      severity: "error",
      message: `${first} is already called "${read.flow.id}".`,
      remedy: "Give one of the two flows another name after  flow:.",
      file: read.file,
      line: 1,
      column: 1,
      length: 1,
    };
    return { ...read, flow: undefined, problems: [problem, ...read.problems] };
  });
}

/**
 * Reads one flow file.
 * @throws when it cannot be read.
 */
export function readFlowFile(file: string): FlowFile {
  // A byte order mark is how some editors begin a file; it is no part of the text.
  const source = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  return { file, source, ...loadFlow(source, file) };
}
