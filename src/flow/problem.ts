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

// Nobody reads on where a line of a terminal has been broken a few times.
const WIDEST = 400;

/**
 * The line of a problem and the one before it, with what is meant underlined. Of lines longer than `widest` the
 * part around the place is shown.
 */
export function frameOf(problem: Problem, source: string, widest = Number.POSITIVE_INFINITY): string[] {
  const lines = plainText(source).split("\n");
  const width = String(problem.line).length;
  const from = problem.column > widest * 0.75 ? problem.column - Math.floor(widest / 2) : 0;
  const part = (line: string) => line.slice(from, from + Math.min(widest, line.length));
  const shown = (number: number) => `${String(number).padStart(width)} | ${part(lines[number - 1] ?? "")}`;
  const column = problem.column - from;
  const length = Math.max(
    1,
    Math.min(problem.length, part(lines[problem.line - 1] ?? "").length - column + 1),
  );
  return [
    ...(problem.line > 1 ? [shown(problem.line - 1)] : []),
    shown(problem.line),
    `${" ".repeat(width)} | ${" ".repeat(column - 1)}${"^".repeat(length)}`,
  ];
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
