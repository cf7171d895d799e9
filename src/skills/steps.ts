import { LISTS } from "./english/lists.ts";
import { STEPS, type Step } from "./english/steps.ts";
import { type Match, matchesOf, rulebookOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

const BOOK = rulebookOf(STEPS, LISTS);

/** What in a sentence moves things on: steps, times, choices, ownership, fixes. */
export function stepsIn(sentence: Sentence): Match<Step>[] {
  return matchesOf(BOOK, sentence);
}
