import { FAULTS_SAID } from "./english/faults.ts";
import { LISTS } from "./english/lists.ts";
import type { Context, Fault } from "./reading.ts";
import { type Match, matchesOf, rulebookOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

const BOOK = rulebookOf(FAULTS_SAID, LISTS);
const TOO_MANY = 3;

/** What is too much in a sentence. */
export function faultsIn(sentence: Sentence): Match<Fault>[] {
  return matchesOf(BOOK, sentence);
}

/** Whether sorry is said once more after it was said often enough, here or in the last messages. */
export function apologisesTooOften(inMessage: number, context: Context): boolean {
  if (inMessage >= TOO_MANY) return true;
  const earlier = context.earlier
    .slice(-3)
    .filter((message) => /\b(?:sorry|apologi[sz]e|apologies)\b/i.test(message.slice(0, 2000)));
  return inMessage > 0 && earlier.length + inMessage > TOO_MANY;
}
