import { contentOf } from "./echo.ts";
import { type Word, wordsOf } from "./words.ts";

/**
 * Where some words say one of these phrases, as indices of the words with which they begin to: as it stands, or, where
 * the phrase has two words or more that carry something, with those in any order and others between. Endings and ways of
 * writing a number don't matter.
 */
export function saidBackAt(words: readonly Word[], phrases: readonly string[]): number[] {
  const stems = words.map(({ stem }) => stem);
  return phrases.flatMap((phrase) => {
    const asked = wordsOf(phrase);
    const run = asked.map(({ stem }) => stem);
    const carrying = [...new Set(contentOf(asked))];
    const stands = stems.findIndex((_, at) => run.every((stem, next) => stems[at + next] === stem));
    if (run.length > 0 && stands >= 0) return [stands];
    const places = carrying.map((stem) => stems.indexOf(stem));
    return places.length >= 2 && !places.includes(-1) ? [Math.min(...places)] : [];
  });
}
