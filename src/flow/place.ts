import { LineCounter } from "yaml";

/** A place in the file: 1-based line and column, and how many characters of that line are meant. */
export type Place = { line: number; column: number; length: number };

/** The text as every editor shows it: without a byte order mark, and with one kind of line end. */
export const plainText = (source: string) => source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");

/** Tells the place of the characters from one offset of a text up to another. */
export function placesIn(text: string): (from: number, to: number) => Place {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) counter.addNewLine(at + 1);
  return (from, to) => {
    const { line, col } = counter.linePos(from);
    return { line, column: col, length: Math.max(1, Math.min(to, endOfLine(text, from)) - from) };
  };
}

/** Where the line of an offset begins. */
export const startOfLine = (text: string, at: number) => (at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1);

/** Where the line of an offset ends, before its line break. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
