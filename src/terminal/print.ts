import { stripVTControlCharacters, styleText } from "node:util";
import { wrapAnsi } from "fast-wrap-ansi";

// Longer lines are hard to read, however wide the window is.
const WIDEST = 80;

/** A text in lines of so many columns, broken between words; what stood indented, or after a number, stays so. */
export function inColumns(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => {
      const [hanging = ""] = /^ *(?:\d+\. )?/.exec(stripVTControlCharacters(line)) ?? [];
      const indent = line.slice(0, line.length - line.trimStart().length);
      const broken = wrapAnsi(line.trimStart(), Math.max(columns - hanging.length, 1), { hard: true });
      return broken.includes("\n")
        ? indent + broken.replaceAll("\n", `\n${" ".repeat(hanging.length)}`)
        : line;
    })
    .join("\n");
}

/** Prints a text; in a terminal its lines are broken between words, elsewhere they are left as they are. */
export function print(text: string): void {
  const { isTTY, columns } = process.stdout;
  process.stdout.write(`${isTTY ? inColumns(text, Math.min(columns || WIDEST, WIDEST)) : text}\n`);
}

/** Prints what is not said by the customer. */
export const aside = (text: string): void => print(styleText("dim", text));
