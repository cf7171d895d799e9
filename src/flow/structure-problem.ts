import type { YAMLError } from "yaml";
import { amountInWords } from "./amount.ts";
import { missingDash } from "./dash-missing.ts";
import { otherDash } from "./dash-problem.ts";
import { slippedHeading } from "./heading-problem.ts";
import { endOfLine, startOfLine } from "./place.ts";
import { clipped } from "./quote.ts";

/** What is wrong between two offsets of a text, and what to write instead. */
export type Finding = { from: number; to: number; code: string; message: string; remedy: string };

/** A comparison such as `trust: >= 30`, which YAML cannot read. */
export function amountInSymbols(text: string, at: number): Finding | undefined {
  const start = startOfLine(text, at);
  const line = text.slice(start, endOfLine(text, at));
  const found = /(?<![a-z-])([a-z-]+): *((?:>=|<=|>|<) *\d+)/.exec(line);
  if (!found || at < start + found.index) return undefined;
  const from = start + found.index + found[0].length - (found[2] ?? "").length;
  return {
    from,
    to: from + (found[2] ?? "").length,
    code: "amount/symbol",
    message: "YAML cannot read > and < here.",
    remedy: amountInWords(found[2] ?? "") ?? "",
  };
}

// A text over several lines, whose first line a # has cut off, so that the second has nothing to belong to.
function cutAbove(text: string, start: number): Finding | undefined {
  const above = start === 0 ? "" : text.slice(startOfLine(text, start - 1), start - 1);
  const [, lead = "", words] = /^(\s*(?:- +)?(?:[a-z-]+: +)?)([^\s"'#[{|>].*) #[^\s#]/.exec(above) ?? [];
  if (words === undefined || /^\s*(?:- |[a-z-]+:)/.test(text.slice(start, endOfLine(text, start))))
    return undefined;
  return {
    from: start - 1 - above.length + lead.length,
    to: start - 1,
    code: "text/hash-cuts-line",
    message: `Everything after # is left out, so this would only say: "${clipped(words.trim(), 200)}"`,
    remedy: "Put the whole text in quotation marks, from its first word to its last.",
  };
}

/** A mark or an indent that is missing: the colon after a name, the comma in brackets, the space after a dash. */
export function missingMark(error: YAMLError, text: string, at: number): Finding {
  const start = startOfLine(text, at);
  const end = endOfLine(text, at);
  const line = text.slice(start, end);
  const written = line.trim();
  const below = /^\n(?:\s*(?:#.*)?\n)*\s*(?=\S)/.exec(text.slice(end));
  if (/^(#|$)/.test(written) && below) return missingMark(error, text, end + below[0].length);
  const here = { from: start + line.length - line.trimStart().length, to: end };
  if (error.code === "BLOCK_IN_FLOW")
    return {
      from: at,
      to: end,
      code: "yaml/comma-missing",
      message: "Between two entries in brackets there has to be a comma.",
      remedy: "Put a comma before the second name.",
    };
  if (/^[•‣·–—*] /.test(written)) return otherDash(text, here.from);
  if (/^-[^\s-]/.test(written))
    return {
      ...here,
      code: "yaml/dash-needs-space",
      message: "A dash that begins a line needs a space after it.",
      remedy: `Write it like this:  - ${written.slice(1)}`,
    };
  const dash = missingDash(text, here.from);
  if (dash) return dash;
  const name = /^([a-z][a-z-]*)\s*[:：=]?\s*(.*)$/.exec(written);
  if (error.code === "MULTILINE_IMPLICIT_KEY" && name && !/^[^"'#]*:( |$)/.test(written))
    return {
      ...here,
      code: "yaml/colon-missing",
      message: "After a name there has to be a colon and a space.",
      remedy: `Write it like this:  ${`${name[1]}: ${name[2]}`.trim()}`,
    };
  const indent = {
    code: "yaml/indentation",
    message: "This line does not begin under the lines that it belongs to.",
    remedy: "Names and dashes that belong together begin in the same column. Compare it with those above it.",
  };
  const nested = error.code === "BLOCK_AS_IMPLICIT_KEY" && at > here.from + 1;
  if (nested && below)
    return { ...indent, from: end + below[0].length, to: endOfLine(text, end + below[0].length) };
  const structural = ["BAD_INDENT", "BLOCK_AS_IMPLICIT_KEY", "MULTILINE_IMPLICIT_KEY", "MISSING_CHAR"];
  if (structural.includes(error.code))
    return cutAbove(text, start) ?? slippedHeading(text, start) ?? { ...here, ...indent };
  return {
    ...here,
    code: "yaml/unexpected",
    message: "YAML cannot read this line.",
    remedy: "Compare it with its neighbours, and put texts with : # or quotation marks in quotation marks.",
  };
}
