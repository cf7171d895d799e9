import { frameOf, type Problem } from "../flow/problem.ts";
import { escaped, escapedCode } from "./message.ts";

const MOST = 10;
// A phone shows about this much of a line before it breaks.
const WIDEST = 90;

const SEVERITY: Record<Problem["severity"], string> = {
  error: "Has to change",
  warning: "Better changed",
  hint: "Worth a look",
};

/** The problems of a file as paragraphs with Slack's formatting, the errors first, at most ten and how many more there are. */
export function tellProblems(problems: readonly Problem[], source: string): string[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  const others = problems.filter(({ severity }) => severity !== "error");
  const shown = [...errors, ...others].slice(0, MOST).map((problem) => tellProblem(problem, source));
  const left = problems.length - shown.length;
  return left > 0 ? [...shown, `And ${left} more. They show once these are changed.`] : shown;
}

function tellProblem(problem: Problem, source: string): string {
  const frame = escapedCode(frameOf(problem, source, WIDEST).join("\n"));
  const title = `*${SEVERITY[problem.severity]}, line ${problem.line}:* ${short(problem.message)}`;
  return `${title}\n\`\`\`${frame}\`\`\`\n${short(problem.remedy)}`;
}

const short = (words: string) => escaped(words.length > 600 ? `${words.slice(0, 600)}…` : words);

/** How many problems there are, in a few words: "2 things have to change, 1 is better changed". */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem["severity"]) =>
    problems.filter((problem) => problem.severity === severity).length;
  const [errors, rest] = [count("error"), count("warning") + count("hint")];
  const parts = [
    errors > 0 ? `${errors === 1 ? "1 thing has" : `${errors} things have`} to change` : "",
    rest > 0 ? `${rest === 1 ? "1 thing is" : `${rest} things are`} worth a look` : "",
  ].filter(Boolean);
  return parts.join(", ");
}
