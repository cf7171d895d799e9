import { existsSync } from "node:fs";
import { styleText } from "node:util";
import { describeProblem, type Problem } from "../flow/problem.ts";
import { type FlowFile, readFlowFile } from "../store/flow-folder.ts";
import { flowFiles } from "./flow-files.ts";
import { testFlows } from "./test-flows.ts";

const USAGE = `Check and test flows.

  npm run flows -- check [FILE …]   every problem, with its place and what to write instead
  npm run flows -- test [FILE …]    play the flows' own tests`;

const [command, ...names] = process.argv.slice(2);
const commands: Record<string, (files: FlowFile[]) => boolean> = { check, test: testFlows };
const run = commands[command ?? ""];
if (run) process.exitCode = run(chosen(names)) ? 0 : 1;
else if (command === "--help" || command === "help") console.log(USAGE);
else {
  console.error(command ? `There is no command "${command}".\n\n${USAGE}` : USAGE);
  process.exitCode = 1;
}

function chosen(names: string[]): FlowFile[] {
  const all = flowFiles();
  return names.length === 0 ? all : names.map((name) => fileNamed(name, all));
}

function fileNamed(name: string, all: FlowFile[]): FlowFile {
  const known = all.find(
    ({ file, flow }) => file === name || flow?.id === name || file.endsWith(`/${name}.yml`),
  );
  if (known) return known;
  if (existsSync(name)) return readFlowFile(name);
  console.error(`There is no flow or file ${name}. There are: ${all.map(({ file }) => file).join(", ")}.`);
  process.exit(1);
}

function check(files: FlowFile[]): boolean {
  const problems = files.flatMap(({ problems, source }) => problems.map((problem) => ({ problem, source })));
  for (const { problem, source } of problems) console.log(`${describeProblem(problem, source)}\n`);
  const count = (severity: Problem["severity"]) => {
    const number = problems.filter(({ problem }) => problem.severity === severity).length;
    return `${number} ${severity}${number === 1 ? "" : "s"}`;
  };
  const sound = problems.every(({ problem }) => problem.severity !== "error");
  const playable = files.filter(({ flow }) => flow).length;
  const summary = `${playable} of ${files.length} flows can be played. ${count("error")}, ${count("warning")}, ${count("hint")}.`;
  console.log(styleText(sound ? "green" : "red", summary));
  return sound;
}
