import { styleText } from "node:util";
import { describeProblem, type Problem } from "../flow/problem.ts";
import { filesNamed } from "./flow-files.ts";

/** Prints every problem of the flows with its place and remedy; true when none is an error. */
export function checkFlows(names: readonly string[]): boolean {
  const files = filesNamed(names);
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
