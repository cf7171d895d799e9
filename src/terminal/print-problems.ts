import { styleText } from "node:util";
import { describeProblem, isSound, type Problem } from "../flow/problem.ts";
import type { FlowFile } from "../store/flow-folder.ts";

/** Prints the problems of these files, and says whether none is an error. */
export type PrintProblems = (files: readonly FlowFile[]) => boolean;

const areSound = (files: readonly FlowFile[]) => files.every(({ problems }) => isSound(problems));

/** Each problem with its place and remedy, and how many flows can be played. */
export function printForPeople(files: readonly FlowFile[]): boolean {
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

/** The problems as data. */
export function printJson(files: readonly FlowFile[]): boolean {
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

/** The problems as annotations of a pull request. */
export function printAnnotations(files: readonly FlowFile[]): boolean {
  for (const problem of files.flatMap(({ problems }) => problems)) {
    const { file, line, column, length, code, message, remedy } = problem;
    const place = `file=${inProperty(file)},line=${line},col=${column},endColumn=${column + length}`;
    console.log(
      `::${LEVELS[problem.severity]} ${place},title=${inProperty(code)}::${inMessage(`${message}\n${remedy}`)}`,
    );
  }
  return areSound(files);
}
