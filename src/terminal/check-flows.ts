import { once } from "node:events";
import { parseArgs, styleText } from "node:util";
import { describeProblem, isSound, type Problem } from "../flow/problem.ts";
import type { FlowFile } from "../store/flow-folder.ts";
import { readMany } from "../store/load-many.ts";
import { watchFlows } from "../store/watch-flows.ts";
import { yamlFiles } from "../store/yaml-files.ts";
import { filesNamed, flowFolder } from "./flow-files.ts";
import { progressBar } from "./progress-bar.ts";

/**
 * Prints every problem of the flows with its place and remedy; true when none is an error. `--json` prints them as
 * data, `--github` as annotations of a pull request, and `--watch` checks again whenever a flow is saved.
 */
export async function checkFlows(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      github: { type: "boolean", default: process.env.GITHUB_ACTIONS === "true" },
      watch: { type: "boolean", default: false },
    },
  });
  const print = values.json ? printJson : values.github ? printAnnotations : printForPeople;
  if (!values.watch) return print(await filesToCheck(positionals));
  const check = () => {
    if (process.stdout.isTTY) console.clear();
    print(filesNamed(positionals));
    console.log(styleText("dim", "Watching. Save a flow to check it again, press Ctrl+C to end."));
  };
  check();
  const end = watchFlows(flowFolder(), check);
  await once(process, "SIGINT");
  await end();
  return true;
}

const MANY = 40;

// A large folder takes all cores, and shows how far it is.
async function filesToCheck(names: readonly string[]): Promise<FlowFile[]> {
  const folder = flowFolder();
  const { length } = yamlFiles(folder);
  if (names.length > 0 || length < MANY) return filesNamed(names);
  const bar = progressBar(length);
  const files = await readMany(folder, bar.step);
  bar.end();
  return files;
}

const areSound = (files: readonly FlowFile[]) => files.every(({ problems }) => isSound(problems));

function printForPeople(files: readonly FlowFile[]): boolean {
  const problems = files.flatMap(({ problems, source }) => problems.map((problem) => ({ problem, source })));
  for (const { problem, source } of problems) console.log(`${describeProblem(problem, source)}\n`);
  const count = (severity: Problem["severity"]) => {
    const number = problems.filter(({ problem }) => problem.severity === severity).length;
    return `${number} ${severity}${number === 1 ? "" : "s"}`;
  };
  const flows = files.filter(({ kind }) => kind === "flow");
  const playable = flows.filter(({ flow }) => flow).length;
  const paths = files.filter(({ kind }) => kind === "path");
  const walkable = paths.filter(({ path }) => path).length;
  const walked = paths.length > 0 ? ` ${walkable} of ${paths.length} paths can be walked.` : "";
  const summary = `${playable} of ${flows.length} flows can be played. ${count("error")}, ${count("warning")}, ${count("hint")}.${walked}`;
  if (problems.length > 0) console.log(`Each code in brackets is explained in flows/PROBLEMS.md.\n`);
  console.log(styleText(areSound(files) ? "green" : "red", summary));
  return areSound(files);
}

function printJson(files: readonly FlowFile[]): boolean {
  console.log(
    JSON.stringify(
      files.flatMap(({ problems }) => problems),
      null,
      2,
    ),
  );
  return areSound(files);
}

const LEVELS: Record<Problem["severity"], string> = { error: "error", warning: "warning", hint: "notice" };

// See "Workflow commands for GitHub Actions": a comma or colon would end a property, a line break the command.
const inProperty = (text: string) => inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
const inMessage = (text: string) =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

function printAnnotations(files: readonly FlowFile[]): boolean {
  for (const problem of files.flatMap(({ problems }) => problems)) {
    const { file, line, column, length, code, message, remedy } = problem;
    const place = `file=${inProperty(file)},line=${line},col=${column},endColumn=${column + length}`;
    console.log(
      `::${LEVELS[problem.severity]} ${place},title=${inProperty(code)}::${inMessage(`${message}\n${remedy}`)}`,
    );
  }
  return areSound(files);
}
