import type { YAMLError } from "yaml";
import type { Problem } from "./problem.ts";
import type { Place } from "./yaml-source.ts";

/** The same line with its text in quotes, ready to paste. */
export function quoted(line: string): string {
  const found = /^(\s*(?:- )?(?:[a-z-]+: +)?)(.*)$/.exec(line);
  const text = (found?.[2] ?? line).trim();
  return `${(found?.[1] ?? "").trimStart()}"${text
    .replace(/^(["'])(.*)\1$/, "$2")
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')}"`;
}

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
};

/** A mistake that YAML found, in words for someone who does not know YAML. */
export function syntaxProblem(
  error: YAMLError,
  place: Place,
  lines: readonly string[],
  file: string,
): Problem {
  const line = lines[place.line - 1] ?? "";
  const text = /^\s*(?:- )?(?:[a-z-]+: +)?(.*)$/.exec(line)?.[1] ?? "";
  const base = {
    severity: "error" as const,
    file,
    ...place,
    length: Math.min(place.length, line.length || 1),
  };
  if (error.code === "DUPLICATE_KEY")
    return {
      ...base,
      code: "yaml/written-twice",
      message: "This name stands here a second time.",
      remedy: "Keep one of the two, or give them different names.",
    };
  if (error.code === "TAB_AS_INDENT")
    return {
      ...base,
      code: "yaml/tab",
      message: "This line is indented with a tab.",
      remedy: "Use two spaces for each step instead of a tab.",
    };
  if (error.code === "MULTIPLE_DOCS")
    return {
      ...base,
      code: "yaml/two-documents",
      message: "A line of three dashes begins a second document.",
      remedy: "Put each flow in a file of its own.",
    };
  if (line.startsWith("%"))
    return {
      ...base,
      code: "yaml/directive",
      message: "A line that begins with % changes how YAML reads the file.",
      remedy: "Remove this line.",
    };
  if (/^\s*[a-z-]+: *(>=|<=|>|<) *\d/.test(line))
    return {
      ...base,
      code: "amount/symbol",
      message: "YAML cannot read > and < here.",
      remedy: "Write  at least 65,  above 65,  at most 65  or  below 65.",
    };
  const leader = LEADERS[text[0] ?? ""];
  if (leader)
    return {
      ...base,
      code: "text/needs-quotes",
      message: leader,
      remedy: `Write it like this:  ${quoted(line)}`,
    };
  if (/: /.test(text))
    return {
      ...base,
      code: "text/colon-needs-quotes",
      message: "A colon with a space after it makes YAML read a name and a value.",
      remedy: `Write it like this:  ${quoted(line)}`,
    };
  return {
    ...base,
    code: error.code === "BAD_INDENT" ? "yaml/indentation" : "yaml/unexpected",
    message: "YAML cannot read the file at this place.",
    remedy:
      "Check that this line is indented like its neighbours, and put texts with : # or quotation marks in quotes.",
  };
}
