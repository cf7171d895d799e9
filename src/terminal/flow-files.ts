import { existsSync } from "node:fs";
import { basename, parse, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import type { Flow } from "../flow/flow.ts";
import { describeProblem, nearest } from "../flow/problem.ts";
import { type FlowFile, NoFlowFolder, readFlowFile, readFlowFolder } from "../store/flow-folder.ts";
import { isAlmostFlowName } from "../store/stray-files.ts";
import { isFlowName } from "../store/yaml-files.ts";

/** The flows folder, seen from where the command was typed: the project's own, or the one TIGHTROPE_FLOWS names. */
export const flowFolder = (): string =>
  process.env.TIGHTROPE_FLOWS ||
  relative(process.cwd(), fileURLToPath(new URL("../../flows", import.meta.url))) ||
  ".";

/** The files of the flows folder. Without one it says so and ends. */
export function flowFiles(): FlowFile[] {
  try {
    return readFlowFolder(flowFolder());
  } catch (error) {
    if (!(error instanceof NoFlowFolder)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** The files of these names, each a flow, a file of the folder or any other file; of no name, all. Where there is none it says so and ends. */
export function filesNamed(names: readonly string[]): FlowFile[] {
  const all = flowFiles();
  const read = all.filter(({ kind }) => kind !== "stray");
  return names.length === 0 ? all : names.map((name) => fileNamed(name, read));
}

function fileNamed(name: string, all: readonly FlowFile[]): FlowFile {
  const known = all.find(({ file, flow }) => file === name || flow?.id === name || nameOf(file) === name);
  if (known) return known;
  if (existsSync(name)) return readFlowFile(name);
  console.error(`There is no flow or file ${name}. There are: ${all.map(({ file }) => file).join(", ")}.`);
  process.exit(1);
}

/** The flows of these names that can be played; what cannot is said, with where to see why. */
export function playableNamed(names: readonly string[]): { flows: Flow[]; isAll: boolean } {
  const files = filesNamed(names).filter(({ kind }) => kind === "flow");
  for (const { file, flow } of files)
    if (!flow)
      console.error(
        `${styleText("red", "✗")} ${file} cannot be played. See why with:  npm run flows -- check ${file}`,
      );
  const flows = playableFlows(files);
  return { flows, isAll: flows.length === files.length };
}

/** The flows that can be played. */
export const playableFlows = (files: readonly FlowFile[]): Flow[] => files.flatMap(({ flow }) => flow ?? []);

/** The flow of a name or of a file, or what to say when there is none that can be played. */
export function flowNamed(name: string, files: readonly FlowFile[]): Flow | string {
  const flows = playableFlows(files);
  const found = flows.find(({ id }) => id === name);
  if (found) return found;
  if (isFileOfFlow(name) && existsSync(name)) return flowInFile(name);
  const called = files.find(({ file, kind }) => kind === "flow" && nameOf(file) === name);
  // It may go by another name than its file.
  if (called) return called.flow ?? hasProblems(called);
  const names = flows.map(({ id }) => id);
  const near = nearest(name, names);
  return `There is no flow called "${name}".${near ? ` Did you mean "${near}"?` : ""} There are: ${names.join(", ") || "none"}.`;
}

const isFileOfFlow = (path: string) => isFlowName(basename(path)) || isAlmostFlowName(basename(path));

/** What to say of a flow or a path that is there and cannot be used yet. */
export const hasProblems = ({ file, kind }: FlowFile): string =>
  `${nameOf(file)} has problems, so it cannot be ${kind === "path" ? "walked" : "played"} yet. See them, each with what to write instead:\n  npm run flows -- check ${file}`;

/** What a flow or a path is called that lies in this file. */
export const nameOf = (file: string): string => parse(file).name;

function flowInFile(name: string): Flow | string {
  const { flow, problems, source } = readFlowFile(name);
  const errors = problems.filter(({ severity }) => severity === "error");
  return flow ?? errors.map((problem) => describeProblem(problem, source)).join("\n\n");
}
