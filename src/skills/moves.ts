import { MOVES_SAID } from "./english/faults.ts";
import { LISTS } from "./english/lists.ts";
import type { Move } from "./reading.ts";
import { type Match, matchesOf, rulebookOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

const BOOK = rulebookOf(MOVES_SAID, LISTS);

/** The smaller things that a sentence does. */
export function movesIn(sentence: Sentence): Match<Move>[] {
  return matchesOf(BOOK, sentence);
}
