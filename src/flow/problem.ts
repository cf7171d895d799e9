import { plainText } from "./place.ts";

/** A trainer's mistake: what is wrong, where (1-based line and column), and what to write instead. */
export type Problem = {
  code: string;
  severity: "error" | "warning" | "hint";
  message: string;
  remedy: string;
  file: string;
  line: number;
  column: number;
  /** How many characters are meant, from the column on; at least 1. */
  length: number;
};

// A line of a terminal that is broken more than once is hard to follow, and the marks below it stand elsewhere.
const WIDEST = 120;

/**
 * The line of a problem and the one before it, with what is meant underlined. Of a line longer than `widest` the
 * part around the place is shown, with … where it goes on.
 */
export function frameOf(problem: Problem, source: string, widest = Number.POSITIVE_INFINITY): string[] {
  const lines = plainText(source).split("\n");
  const width = String(problem.line).length;
  const shown = (number: number, from: number) =>
    `${String(number).padStart(width)} | ${partOf(lines[number - 1] ?? "", from, widest)}`;
  const line = lines[problem.line - 1] ?? "";
  const from = windowAt(problem.column - 1, line.length, widest);
  const column = problem.column - from;
  const visible = Math.min(line.length - from, widest - (line.length - from > widest ? 1 : 0));
  const length = Math.max(1, Math.min(problem.length, visible - column + 1));
  return [
    ...(problem.line > 1 ? [shown(problem.line - 1, 0)] : []),
    shown(problem.line, from),
    `${" ".repeat(width)} | ${" ".repeat(column - 1)}${"^".repeat(length)}`,
  ];
}

// Where the shown part of a line begins: at the line's own beginning when the place is near it, else around the place.
const windowAt = (at: number, length: number, widest: number) =>
  length <= widest || at < widest * 0.75
    ? 0
    : Math.max(0, Math.min(at - Math.floor(widest / 2), length - widest));

function partOf(line: string, from: number, widest: number): string {
  const part = line.slice(from, from + Math.min(widest, line.length));
  const begun = from > 0 ? `…${part.slice(1)}` : part;
  const ended = from + part.length < line.length ? `${begun.slice(0, -1)}…` : begun;
  // Half of an emoji is no sign at all.
  return ended.replace(/(?<=^…)[\udc00-\udfff]|[\ud800-\udbff](?=…$)/g, " ");
}

/** The problem as a person reads it in a terminal: message, place, the lines around it if there are any, the remedy. */
export function describeProblem(problem: Problem, source: string): string {
  return [
    `${problem.severity.toUpperCase()}  ${problem.message}   [${problem.code}]`,
    `  --> ${problem.file}:${problem.line}:${problem.column}`,
    ...(source === "" ? [] : frameOf(problem, source, WIDEST)),
    `  = ${problem.remedy}`,
  ].join("\n");
}

/** Whether what has these problems can be played all the same: none of them is an error. */
export const isSound = (problems: readonly Problem[]): boolean =>
  problems.every(({ severity }) => severity !== "error");

/** Puts problems in the order in which a person meets them in the file. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column || a.code.localeCompare(b.code));
}

/**
 * The known name nearest to a mistyped one, or nothing when none is near: a third of the letters wrong or
 * two neighbours swapped.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > 60) return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  const length = Math.max(name.length, best?.candidate.length ?? 0);
  return best && best.distance <= Math.max(1, Math.floor(length / 3)) ? best.candidate : undefined;
}

// Letters to add, to leave out, to replace or to swap with the next one.
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (before[column - 2] ?? 0) + 1
          : replaced;
      current.push(Math.min(replaced, swapped, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
