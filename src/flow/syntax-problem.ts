import type { YAMLError } from "yaml";
import { surplusBracket, unclosedBracket } from "./bracket-problem.ts";
import { missingDashOfTwin } from "./dash-missing.ts";
import { otherDash, otherDashAbove } from "./dash-problem.ts";
import { everyName } from "./known-names.ts";
import { pieceAt } from "./line-piece.ts";
import { endOfLine, placesIn, startOfLine } from "./place.ts";
import type { Problem } from "./problem.ts";
import { quotingRemedy } from "./quote.ts";
import { amountInSymbols, type Finding, missingMark } from "./structure-problem.ts";

const LEADERS: Record<string, string> = {
  "*": "YAML takes a word that begins with * for a reference.",
  "&": "YAML takes a word that begins with & for a label.",
  "!": "YAML takes a word that begins with ! for a type.",
  "@": "A text cannot begin with @ unless it is in quotes.",
  "`": "A text cannot begin with ` unless it is in quotes.",
  "%": "A text cannot begin with % unless it is in quotes.",
  "[": "YAML takes [ at the beginning for a list.",
  "{": "YAML takes { at the beginning for a set of names and values.",
  '"': "A text that begins with a quotation mark ends at the next one; the rest has no place.",
  "'": "A text that begins with an apostrophe ends at the next one; the rest has no place.",
  ">": "YAML takes > at the beginning for a folded text.",
  "|": "YAML takes | at the beginning for a text over several lines.",
  ",": "A text cannot begin with a comma unless it is in quotes.",
};

// Names that are followed by a name or a number, never by a sentence.
const NOT_PROSE =
  "flow version language level minutes start when without go heard knows fact asks show mood ending".split(
    " ",
  );

// More than anybody would read before they change the first.
const MOST_LINES = 100;

const AT_A_TEXT = ["UNEXPECTED_TOKEN", "BAD_SCALAR_START", "BAD_ALIAS", "TAG_RESOLVE_FAILED", "MISSING_CHAR"];

/**
 * The mistakes that YAML found, in words for someone who does not know YAML: one for each line, and of
 * those about indents and brackets only the first, because the others follow from it.
 */
export function syntaxProblems(
  errors: readonly YAMLError[],
  quotes: readonly [number, number][],
  text: string,
  file: string,
): Problem[] {
  const place = placesIn(text);
  const byLine = new Map<number, Problem & { follows: boolean }>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    if (byLine.size >= MOST_LINES) break;
    // What follows on a line that is told already would only be looked for in vain.
    if (byLine.has(place(error.pos[0], error.pos[1]).line)) continue;
    const { from, to, ...found } = tabbed(findingOf(error, quotes, text), text);
    const where = place(from, to);
    const follows = !/^(text|amount)\//.test(found.code) && byLine.size > 0;
    if (!byLine.has(where.line))
      byLine.set(where.line, { ...found, severity: "error", file, ...where, follows });
  }
  return [...byLine.values()].filter(({ follows }) => !follows).map(({ follows: _, ...problem }) => problem);
}

// Whatever else is wrong with a line that is indented with a tab, the tab comes first.
function tabbed(finding: Finding, text: string): Finding {
  const start = startOfLine(text, finding.from);
  const indent = /^\s*/.exec(text.slice(start, endOfLine(text, start)))?.[0] ?? "";
  if (!indent.includes("\t")) return finding;
  return {
    from: start,
    to: start + indent.length,
    code: "yaml/tab",
    message: "This line is indented with a tab.",
    remedy: "Use two spaces for each step instead of a tab.",
  };
}

function findingOf(error: YAMLError, quotes: readonly [number, number][], text: string): Finding {
  const at = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const here = { from: at, to: Math.max(at + 1, error.pos[1]) };
  if (error.code === "DUPLICATE_KEY")
    return (
      missingDashOfTwin(text, at) ?? {
        ...here,
        code: "yaml/written-twice",
        message: "This name stands here a second time.",
        remedy: "Keep one of the two, or give them different names.",
      }
    );
  if (error.code === "MULTIPLE_DOCS")
    return {
      ...here,
      code: "yaml/two-documents",
      message: "A line of three dashes or dots begins a second document.",
      remedy: "Put each flow in a file of its own.",
    };
  const dash = otherDashAbove(text, at);
  if (dash) return dash;
  if (error.code === "BAD_DQ_ESCAPE") {
    const [from, to] = quotes.find(([from, to]) => from < at && at < to) ?? [here.from, here.to];
    const message = "In double quotes, a backslash begins a sign of its own.";
    return { from, to, code: "text/backslash", message, remedy: quotingRemedy(text, from, to) };
  }
  const open = quotes.find(([from, to]) => from < at && to >= at && text.slice(from, to).includes("\n"));
  if (open || /closing ["']quote/.test(error.message)) {
    const from = open?.[0] ?? pieceAt(text, at).from;
    const to = endOfLine(text, from);
    return {
      from,
      to,
      code: "text/quote-not-closed",
      message: "This quotation mark is opened and not closed.",
      remedy: quotingRemedy(text, from, to),
    };
  }
  return (
    amountInSymbols(text, at) ??
    (error.code === "UNEXPECTED_TOKEN" ? surplusBracket(text, at) : undefined) ??
    atText(error, text, at) ??
    unclosedBracket(error, text, at) ??
    missingMark(error, text, at)
  );
}

// A text that begins with a character which means something to YAML, or holds a colon.
function atText(error: YAMLError, text: string, at: number): Finding | undefined {
  const { from, to } = pieceAt(text, at);
  const words = text.slice(from, to);
  const leader = LEADERS[words[0] ?? ""];
  const remedy = quotingRemedy(text, from, to);
  if (words.startsWith("* ") && text.slice(startOfLine(text, from), from).trim() === "")
    return otherDash(text, from);
  if (leader && at >= from && AT_A_TEXT.includes(error.code))
    return { from, to, code: "text/needs-quotes", message: leader, remedy };
  const colon = ["BLOCK_AS_IMPLICIT_KEY", "BLOCK_IN_FLOW"].includes(error.code) && /:( |$)/.test(words);
  const nextName = /^[^:]*[^:,] ([a-z-]+): /.exec(words)?.[1];
  const two = colon ? twoOnALine(text, from, to, nextName) : undefined;
  if (two) return two;
  if (!colon || at < from || (error.code === "BLOCK_IN_FLOW" && everyName().includes(nextName ?? "")))
    return undefined;
  const isEmojiName = /^:[\w+-]+:$/.test(words);
  const message = "A colon with a space after it, or at the end, makes YAML read a name and a value.";
  return {
    from,
    to,
    code: "text/colon-needs-quotes",
    message,
    remedy: isEmojiName ? "Paste the picture itself, such as  📦" : remedy,
  };
}

// A rule written on one line: what comes after a name that takes no sentence is another name.
function twoOnALine(
  text: string,
  from: number,
  to: number,
  nextName: string | undefined,
): Finding | undefined {
  const ownName = /([a-z-]+): *$/.exec(text.slice(startOfLine(text, from), from))?.[1];
  if (!ownName || !nextName || !NOT_PROSE.includes(ownName) || !everyName().includes(nextName))
    return undefined;
  return {
    from: from + text.slice(from, to).indexOf(`${nextName}:`),
    to,
    code: "yaml/two-on-a-line",
    message: `"${nextName}" has to begin a line of its own.`,
    remedy: `Put it on the next line, below "${ownName}".`,
  };
}
