import { contentOf } from "./echo.ts";
import { type Word, wordsOf } from "./words.ts";

/**
 * Where some words say one of these phrases, as indices of the words with which they begin to: as it stands, or, where
 * the phrase has two words or more that carry something, with those in their order and others between, unless
 * one is a number. Endings and ways of writing a number don't matter.
 */
export function saidBackAt(words: readonly Word[], phrases: readonly string[]): number[] {
  const stems = words.map(({ stem }) => stem);
  return phrases.flatMap((phrase) => {
    const asked = wordsOf(phrase);
    const run = asked.map(({ stem }) => stem);
    const stands = stems.findIndex((_, at) => run.every((stem, next) => stems[at + next] === stem));
    if (run.length > 0 && stands >= 0) return [stands];
    const carrying = contentOf(asked);
    // "Two pages" and "the second page" share their stems, so numbers count only where they stand as asked.
    const isLoose = carrying.length >= 2 && !carrying.some((stem) => /\p{N}/u.test(stem));
    return isLoose ? inOrder(stems, carrying) : [];
  });
}

function inOrder(stems: readonly string[], wanted: readonly string[]): number[] {
  let next = -1;
  for (const stem of wanted) {
    next = stems.indexOf(stem, next + 1);
    if (next < 0) return [];
  }
  return [stems.indexOf(wanted[0] ?? "")];
}
