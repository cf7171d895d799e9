import { codeOf } from "./invisible.ts";
import { placesIn } from "./place.ts";
import type { Problem } from "./problem.ts";

const LARGEST = 1_000_000;

type Trap = { code: string; pattern: RegExp; message: (found: string) => string; remedy: string };

const DEPTH = "A flow is at most ten steps deep. Look for brackets or dashes that were repeated by mistake.";

const TRAPS: Trap[] = [
  {
    code: "file/encoding",
    pattern: /^[\s\S]?\0|\ufffd|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    message: () => "This file was not saved as UTF-8, so some of its letters were lost.",
    remedy: 'Open it in the editor that wrote it, and save it again with the encoding "UTF-8".',
  },
  {
    code: "file/invisible-character",
    pattern: /(?![\t\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u,
    message: (found) => `There is a character here that nobody can see (${codeOf(found)}).`,
    remedy: "Delete it, and type what stands around it once more.",
  },
  {
    code: "file/odd-space",
    pattern: /(?<=^[ \t-]*)[\u00a0\u2000-\u200b\u202f\u3000]/m,
    message: () =>
      "This line is indented with a space that is not an ordinary one, perhaps copied from a page.",
    remedy: "Delete the spaces at the beginning of the line, and type them again.",
  },
  {
    code: "file/too-deep",
    pattern: /(?:[[{][ \n]{0,9}){50}|(?:- ){50}|^ {200}/m,
    message: () => "Brackets, dashes or indents stand within each other so deep that nobody can read them.",
    remedy: DEPTH,
  },
  {
    // What looks for the reason of a mistake goes through its line again and again.
    code: "file/too-large",
    pattern: /^(?=[^\n]{5001})/m,
    message: () => "This line has more than 5,000 characters.",
    remedy: "Break it into several lines; what a customer says has 3,000 at most, and a few dozen at best.",
  },
  {
    code: "yaml/directive",
    pattern: /^%.*/m,
    message: () => "A line that begins with % changes how the file is read.",
    remedy: "Remove this line.",
  },
];

/** What is wrong with a file before anybody reads what it says. Expects line ends as `plainText` makes them. */
export function fileProblems(text: string, file: string): Problem[] {
  const problem = (code: string, message: string, remedy: string, from = 0, to = 1): Problem[] => [
    { code, severity: "error", message, remedy, file, ...placesIn(text)(from, to) },
  ];
  if (text.length > LARGEST)
    return problem(
      "file/too-large",
      "This file is larger than a million characters.",
      "A flow is a few hundred lines. Split it, or remove what does not belong in it.",
    );
  if (text.split("\n").every((line) => /^\s*(#.*)?$/.test(line)))
    return problem(
      "file/empty",
      "There is nothing in this file yet.",
      "Copy flows/late-delivery.yml and change it line by line.",
    );
  for (const { code, pattern, message, remedy } of TRAPS) {
    const found = pattern.exec(text);
    if (found) return problem(code, message(found[0]), remedy, found.index, found.index + found[0].length);
  }
  return [];
}

/** The problem of a file that is nested so deep that reading it would not come to an end. */
export const tooDeep = (file: string): Problem => ({
  code: "file/too-deep",
  severity: "error",
  message: "Brackets, dashes or indents stand within each other so deep that the file cannot be read.",
  remedy: DEPTH,
  file,
  line: 1,
  column: 1,
  length: 1,
});
