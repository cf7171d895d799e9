import { endOfLine, startOfLine } from "./place.ts";

const LONGEST = 400;

/** These words in double quotes, as YAML reads them back. */
export function inQuotes(words: string): string {
  const oneLine = words.trim().replace(/\s*\n\s*/g, " ");
  const bare = oneLine.replace(/^(["'])(.*)\1$/, "$2");
  const opened = bare === oneLine && /^"[^"]*$/.test(bare) ? bare.slice(1) : bare;
  return `"${opened.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\t", " ")}"`;
}

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

/** A name or word as a message may repeat it: never longer than a line. */
export const clipped = (words: unknown) => {
  const text = typeof words === "string" ? words : (JSON.stringify(words) ?? String(words));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};
