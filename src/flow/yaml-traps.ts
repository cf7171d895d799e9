import { type Document, isAlias, isCollection, isScalar, type Node, type Scalar, visit } from "yaml";
import { missingFirstDash } from "./dash-missing.ts";
import { bulletIn, otherDash } from "./dash-problem.ts";
import { everyName } from "./known-names.ts";
import { endOfLine, placesIn, startOfLine } from "./place.ts";
import type { Problem } from "./problem.ts";
import { clipped, quotingRemedy } from "./quote.ts";

type Note = (code: string, from: number, to: number, message: string, remedy?: string) => void;

/** What YAML takes for itself without a word: labels, references, types, notes, and lines that run together. */
export function yamlTraps(document: Document, text: string, file: string): Problem[] {
  const problems: Problem[] = [];
  const place = placesIn(text);
  const note: Note = (code, from, to, message, remedy = quotingRemedy(text, from, to)) => {
    problems.push({ code, severity: "error", message, remedy, file, ...place(from, to) });
  };
  visit(document, {
    Pair: (_, pair) => {
      if (isCollection(pair.key)) {
        const [from = 0] = pair.key.range ?? [];
        const message = "YAML takes brackets before a colon for a name, and a name cannot have brackets.";
        note("text/brackets-make-name", from, endOfText(text, from), message);
        return visit.SKIP;
      }
      if (!isScalar(pair.key) || pair.key.value !== "<<") return undefined;
      const [from, to] = pair.key.range ?? [0, 1];
      note(
        "yaml/merge-key",
        from,
        to,
        "Parts of a flow cannot be merged with <<.",
        "Write out what belongs here, even if it stands somewhere else already.",
      );
      return visit.SKIP;
    },
    Node: (_, node) => {
      if (node.range) checkNode(node, node.range[0], node.range[1], text, note);
    },
  });
  return problems;
}

const endOfText = (text: string, from: number) =>
  from + text.slice(from, endOfLine(text, from)).trimEnd().length;

function checkNode(node: Node, begin: number, end: number, text: string, note: Note): void {
  const to = Math.max(begin + 1, begin + text.slice(begin, end).trimEnd().length);
  const lead = leadOf(node, begin, text);
  if (isAlias(node))
    note("text/star-is-alias", begin, to, "YAML takes a word that begins with * for a reference.");
  else if (lead !== undefined && node.anchor) {
    const label = `YAML takes "&${node.anchor}" for a label and would leave it out.`;
    note("text/ampersand-is-anchor", lead, to, label);
  } else if (lead !== undefined)
    note("text/bang-is-tag", lead, to, "YAML takes a word that begins with ! for a type, not for a text.");
  else if (isScalar(node) && node.value === null && begin === end) checkNothing(begin, text, note);
  else if (isScalar(node) && node.type === "PLAIN") checkPlain(node, begin, to, text, note);
  else if (isScalar(node) && node.type?.startsWith("BLOCK")) checkBlock(begin, to, text, note);
}

// Where a label or type before a text begins: it stands on the same line, and is no part of the text.
function leadOf(node: Node, begin: number, text: string): number | undefined {
  const before = text.slice(startOfLine(text, begin), begin);
  const found = /[&!]\S*(\s+[&!]\S*)*\s*$/.exec(before);
  return !isAlias(node) && (node.tag || node.anchor) && found
    ? startOfLine(text, begin) + found.index
    : undefined;
}

// A note has a space after its #; a number or a word does not.
const CUT = /^ *#(?:[^\s#]| \d)/;

function checkNothing(begin: number, text: string, note: Note): void {
  const from = begin + text.slice(begin).search(/[^ ]|$/);
  if (!CUT.test(text.slice(from, endOfLine(text, from)))) return;
  const message = "Everything after # is left out, so nothing would stand here.";
  note("text/hash-cuts-line", from, endOfText(text, from), message);
}

function checkPlain(node: Scalar, begin: number, to: number, text: string, note: Note): void {
  const end = endOfLine(text, to - 1);
  if (node.comment && CUT.test(text.slice(to, end)))
    note(
      "text/hash-cuts-line",
      begin,
      begin + text.slice(begin, end).trimEnd().length,
      `Everything after # is left out, so this would only say: "${clipped(node.value, 200)}"`,
    );
  const bullet = bulletIn(text, begin, to);
  if (bullet !== undefined) {
    const found = otherDash(text, bullet);
    note(found.code, found.from, found.to, found.message, found.remedy);
    return;
  }
  const swallowed = /\n[ ]*- /.exec(text.slice(begin, to));
  const words = text.slice(begin, endOfLine(text, begin));
  if (/^-[^\s-]/.test(words) && swallowed)
    note(
      "yaml/dash-needs-space",
      begin,
      begin + words.length,
      "A dash that begins a line needs a space after it.",
      `Write it like this:  - ${words.slice(1)}`,
    );
  else if (swallowed) {
    const from = begin + swallowed.index + swallowed[0].length - 2;
    const found = missingFirstDash(text, begin, from) ?? {
      code: "yaml/indentation",
      from,
      to: endOfLine(text, from),
      message:
        "This line begins further right than the line above, and so it would only be a part of that line.",
      remedy: "Begin it as far left as the other lines of this list.",
    };
    note(found.code, found.from, found.to, found.message, found.remedy);
  }
}

// A text over several lines takes in whatever is indented below it, even what was meant as the next name.
function checkBlock(begin: number, to: number, text: string, note: Note): void {
  const lines = text
    .slice(begin, to)
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "");
  if (lines.length > 0 && lines.every((line) => /^ *- /.test(line)))
    note(
      "yaml/list-in-a-text",
      begin,
      endOfText(text, begin),
      `After ${text[begin]} these lines are one text, dashes and all, and no list.`,
      `Remove the  ${text[begin]}  and keep the lines below it.`,
    );
  for (const { 0: line, 1: name = "", index } of text
    .slice(begin, to)
    .matchAll(/^ *([a-z][a-z-]*):(?: .*)?$/gm)) {
    if (!everyName().includes(name)) continue;
    const from = begin + index + line.length - line.trimStart().length;
    note(
      "yaml/indentation",
      from,
      endOfLine(text, from),
      "This line begins so far right that it would only be a part of the text above it.",
      "Begin it below the name that the text above it belongs to.",
    );
  }
}
