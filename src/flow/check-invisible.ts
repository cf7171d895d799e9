import type { Report } from "./check.ts";
import { codeOf, INVISIBLE } from "./invisible.ts";
import { endOfLine, startOfLine } from "./place.ts";
import type { YamlSource } from "./yaml-source.ts";

/** Characters that nobody can see, as they come along when text is copied: each kind is told once, with how often. */
export function checkInvisible({ text }: YamlSource, report: Report): void {
  const signs = placesOf(text, INVISIBLE.sign);
  if (signs[0] !== undefined)
    report(
      "warning",
      "text/invisible-character",
      [],
      `There is a character here that nobody can see (${codeOf(text[signs[0]] ?? "")}), so words may not be found.${others(signs)}`,
      "Delete it, and type what stands around it once more.",
      [signs[0], signs[0] + 1],
    );
  const spaces = placesOf(text, INVISIBLE.space);
  if (spaces[0] !== undefined)
    report(
      "hint",
      "text/odd-space",
      [],
      `This space is not an ordinary one (${codeOf(text[spaces[0]] ?? "")}), perhaps copied from a page.${others(spaces)}`,
      "Delete it and type it again, unless the line must not be broken there.",
      [spaces[0], spaces[0] + 1],
    );
}

const others = ({ length }: readonly number[]) =>
  length > 1 ? ` There ${length === 2 ? "is 1 other" : `are ${length - 1} others`} in this file.` : "";

// Notes may hold what they like.
const placesOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)]
    .map(({ index }) => index)
    .filter((at) => !/^\s*#/.test(text.slice(startOfLine(text, at), endOfLine(text, at))));
