import { everyName } from "./known-names.ts";
import { endOfLine, startOfLine } from "./place.ts";
import { inQuotes } from "./quote.ts";
import type { Finding } from "./structure-problem.ts";

// Bullets and long dashes, as word processors put them in place of a hyphen.
const SIGNS: Record<string, string> = {
  "•": "a bullet",
  "‣": "a bullet",
  "◦": "a bullet",
  "▪": "a bullet",
  "·": "a dot",
  "*": "a star",
  "‐": "a typographic hyphen",
  "‑": "a typographic hyphen",
  "−": "a minus sign",
  "–": "a long dash",
  "—": "a long dash",
  "―": "a long dash",
};
const SIGN = `[${Object.keys(SIGNS).join("").replace("*", "\\*")}]`;

// Names below which lines begin with a dash.
const LISTS =
  "anywhere|asked|feelings|hint|limits|opens|refuses|reveals|rules|says|stakes|steps|tags|talk|tests|try";
const BEGINS_A_LIST = new RegExp(`^ *(?:- +)?(?:${LISTS}): *(?:#.*)?$`);
const WITH_SIGN = new RegExp(`^ *${SIGN} *[^ *]`);
const WITH_SIGN_AND_SPACE = new RegExp(`^ *${SIGN} +\\S`);

/** The problem of a line that begins with a bullet or a long dash in place of a hyphen. */
export function otherDash(text: string, from: number): Finding {
  const words = text.slice(from + 1, endOfLine(text, from)).trim();
  const line = isProseWithColon(words) ? inQuotes(words) : words;
  const isMany = new RegExp(`^\\n *${SIGN} `).test(text.slice(endOfLine(text, from)));
  return {
    from,
    to: from + 1,
    code: "yaml/other-dash",
    message: `This line begins with ${SIGNS[text[from] ?? ""]} instead of a plain hyphen.`,
    remedy: isMany
      ? `Begin each of these lines with a plain hyphen:  - ${line}`
      : `Write it like this:  - ${line}`,
  };
}

const isProseWithColon = (words: string) =>
  /^[^"'{[].*:(?: |$)/.test(words) && !everyName().includes(/^[^:]*/.exec(words)?.[0] ?? "");

/** Where in a text, read as one, lines begin with bullets: they were meant as a list. */
export function bulletIn(text: string, begin: number, to: number): number | undefined {
  const words = text.slice(begin, to);
  const start = startOfLine(text, begin);
  const isFirst = text.slice(start, begin).trim() === "";
  const withSign = /\n *- /.test(words) ? WITH_SIGN : WITH_SIGN_AND_SPACE;
  if (isFirst && withSign.test(words) && isInList(text, start)) return begin;
  if (new RegExp(`^${SIGN} .*\\n *${SIGN} `).test(words)) return begin;
  const found = /\n *(?=[•‣·] )/.exec(words);
  return found ? begin + found.index + found[0].length : undefined;
}

/** The line with another sign than a hyphen that makes the lines from it on, down to an offset, mean something else. */
export function otherDashAbove(text: string, at: number): Finding | undefined {
  let depth = Number.POSITIVE_INFINITY;
  for (let start = startOfLine(text, at); ; start = startOfLine(text, start - 1)) {
    const line = text.slice(start, endOfLine(text, start));
    const indent = line.search(/[^ ]/);
    if (indent >= 0 && indent <= depth) {
      if (WITH_SIGN.test(line) && isInList(text, start)) return otherDash(text, start + indent);
      depth = indent;
    }
    if (start === 0 || depth === 0) return undefined;
  }
}

/** Whether the line above another one names a list. */
export const beginsList = (text: string, start: number): boolean =>
  BEGINS_A_LIST.test(lineAbove(text, start));

// Whether the line above begins a list, or is one of its lines.
function isInList(text: string, start: number): boolean {
  const indent = /^ */.exec(text.slice(start, endOfLine(text, start)))?.[0] ?? "";
  return beginsList(text, start) || new RegExp(`^${indent}(?:-|${SIGN}) `).test(lineAbove(text, start));
}

function lineAbove(text: string, start: number): string {
  const end = text.slice(0, start).trimEnd().length;
  return text.slice(startOfLine(text, end), end);
}
