import { shown } from "./invisible.ts";
import { endOfLine, startOfLine } from "./place.ts";

const LONGEST = 400;

/**
 * These words in quotation marks, as YAML reads them back: without signs that nobody but a programmer knows. Where
 * words hold both kinds of marks, the double ones inside become curly.
 */
export function inQuotes(words: string): string {
  const oneLine = words
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("\t", " ");
  const text = withoutOuter(oneLine);
  if (!/["\\]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  const curly = text.replace(/(^|[\s([{])"/g, "$1“").replaceAll('"', "”");
  return `"${curly.replaceAll("\\", "\\\\")}"`;
}

// Without marks around the whole, or one that was opened and not closed; marks around a first word belong to the text.
function withoutOuter(words: string): string {
  const [, mark = "", inner] = /^(["'])(.*)\1$/.exec(words) ?? [];
  if (inner !== undefined && !closesAWord(inner, inner.indexOf(mark))) return inner;
  return /^"[^"]*$/.test(words) ? words.slice(1) : words;
}

const closesAWord = (text: string, at: number) =>
  at > 0 && /\S/.test(text[at - 1] ?? "") && !/\w/.test(text[at + 1] ?? "");

/**
 * What to write so that the words from one offset to another are read as a text: the whole line where the
 * words end it, else the words alone.
 */
export function quotingRemedy(text: string, from: number, to: number): string {
  const words = inQuotes(text.slice(from, to));
  const line = text.slice(startOfLine(text, from), from).trimStart() + words;
  if (words.length > LONGEST) return "Put the whole text in quotation marks.";
  return text.slice(to, endOfLine(text, to)).trim() === ""
    ? `Write it like this:  ${line}`
    : `Put it in quotation marks:  ${words}`;
}

/** A name or word as a message may repeat it: never longer than a line or so, and nothing in it that can't be seen. */
export const clipped = (words: unknown, most = 60) => {
  const text = shown(typeof words === "string" ? words : (JSON.stringify(words) ?? String(words)));
  return text.length > most ? `${text.slice(0, most - 3)}...` : text;
};
