import { beginsList } from "./dash-problem.ts";
import { everyName } from "./known-names.ts";
import { endOfLine, startOfLine } from "./place.ts";
import { inQuotes } from "./quote.ts";
import type { Finding } from "./structure-problem.ts";

type Line = { start: number; indent: number; words: string };

/** A line of a list that has no dash: the one at which YAML stumbles, or the first of its list. */
export function missingDash(text: string, at: number): Finding | undefined {
  const line = lineAt(text, startOfLine(text, at));
  if (line.words.startsWith("- ")) {
    const first = firstBelow(
      text,
      lineAbove(text, line, (one) => one.indent < line.indent),
    );
    return first && first.start < line.start && !/^-(?: |$)/.test(first.words)
      ? withoutDash(first, first.indent === line.indent)
      : undefined;
  }
  const above = lineAbove(text, line, (one) => one.indent <= line.indent);
  if (above?.indent !== line.indent || !above.words.startsWith("- ")) return undefined;
  const name = nameOf(line.words);
  const names = namesOf(text, above, line.start);
  const isPart =
    name === undefined
      ? names.length > 0 && !names.includes("say")
      : names.length > 0 && !names.includes(name);
  return isPart ? undefined : withoutDash(line, true);
}

/** A name that stands in an entry of a list for a second time, because the dash before the next entry is missing. */
export function missingDashOfTwin(text: string, at: number): Finding | undefined {
  const line = lineAt(text, startOfLine(text, at));
  const above = lineAbove(text, line, (one) => one.indent < line.indent);
  const begins = above?.words.startsWith("- ") ? nameOf(above.words.slice(2)) : undefined;
  return begins !== undefined && begins === nameOf(line.words) ? withoutDash(line, false) : undefined;
}

/** The first line of a list, which has no dash and so takes in those that have one. */
export function missingFirstDash(text: string, begin: number, swallowed: number): Finding | undefined {
  const first = lineAt(text, startOfLine(text, begin));
  const isAlone = first.start + first.indent === begin;
  if (!isAlone || !beginsList(text, first.start)) return undefined;
  return withoutDash(first, first.indent === lineAt(text, startOfLine(text, swallowed)).indent);
}

/** The names and values from an offset on, which stand without a dash where a list of such belongs. */
export function missingDashOfEntry(text: string, from: number): Pick<Finding, "code" | "message" | "remedy"> {
  const { code, message, remedy } = withoutDash(lineAt(text, startOfLine(text, from)), false);
  return { code, message, remedy };
}

function withoutDash({ start, indent, words }: Line, isAtItsPlace: boolean): Finding {
  const isText = nameOf(words) === undefined && /^[^"'{[].*:(?: |$)/.test(words);
  return {
    from: start + indent,
    to: start + indent + words.length,
    code: "yaml/dash-missing",
    message: "The dash is missing that begins each line of a list.",
    remedy: isAtItsPlace
      ? `Write it like this:  - ${isText ? inQuotes(words) : words}`
      : "Begin it with a dash and a space, in the same column as the dashes of the other lines.",
  };
}

// The name that begins a line, where it is one that the language has.
function nameOf(words: string): string | undefined {
  const [, name = ""] = /^([a-z][a-z-]*):(?: |$)/.exec(words) ?? [];
  return everyName().includes(name) ? name : undefined;
}

// The names that an entry of a list has, from the line with its dash on.
function namesOf(text: string, { start, indent, words }: Line, end: number): string[] {
  const lines = text.slice(endOfLine(text, start), end).split("\n");
  const deeper = lines.filter((line) => line.search(/[^ ]/) === indent + 2).map((line) => line.trim());
  return [words.slice(2), ...deeper].flatMap((line) => nameOf(line.trim()) ?? []);
}

function lineAt(text: string, start: number): Line {
  const line = text.slice(start, endOfLine(text, start));
  return { start, indent: line.search(/[^ ]|$/), words: line.trim() };
}

const isNote = ({ words }: Line) => /^(?:#|$)/.test(words);

function lineAbove(text: string, from: Line, fits: (line: Line) => boolean): Line | undefined {
  for (let line = from; line.start > 0; ) {
    line = lineAt(text, startOfLine(text, line.start - 1));
    if (!isNote(line) && fits(line)) return line;
  }
  return undefined;
}

// The first line below the name of a list.
function firstBelow(text: string, name: Line | undefined): Line | undefined {
  for (let line = name; line; ) {
    const next = endOfLine(text, line.start) + 1;
    if (next > text.length) return undefined;
    line = lineAt(text, next);
    if (!isNote(line)) return beginsList(text, line.start) ? line : undefined;
  }
  return undefined;
}
