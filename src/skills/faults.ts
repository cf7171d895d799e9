import { echoOf, type Heard } from "./echo.ts";
import { BOOK } from "./english/book.ts";
import { APOLOGY } from "./english/grammar.ts";
import {
  type Context,
  type Escalation,
  type Evidence,
  type Fault,
  type Reading,
  SKILLS,
  type Skill,
  type Tagged,
} from "./reading.ts";
import { type Match, matchesOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

const TOO_MANY = 3;
const STILL_SHORT = 45;

/** What is too much in a sentence. */
export function faultsIn(sentence: Sentence): Match<Fault>[] {
  return matchesOf(BOOK, "faults", sentence);
}

/** Sorry said once more after it was said often enough, in this message or the ones before it. */
export function tooManyApologies(apologies: readonly Evidence[], context: Context): Tagged<Fault>[] {
  if (apologies.length === 0) return [];
  const before = context.earlier.slice(-TOO_MANY).filter((message) => APOLOGY.test(message.slice(0, 2_000)));
  if (apologies.length + before.length < TOO_MANY) return [];
  const evidence = [...apologies];
  return [
    {
      tag: "over_empathy",
      confidence: 0.7,
      certainty: "likely",
      evidence,
      why: "Says sorry again after it was said enough.",
    },
  ];
}

const FITS_ANYONE: ReadonlySet<Escalation> = new Set([
  "non_apology",
  "calm_command",
  "rush_close",
  "policy_wall",
]);

/** A message of stock phrases alone: nothing in it is about this customer. */
export function cannedIn(
  message: string,
  sentences: readonly Sentence[],
  heard: Heard,
  reading: Pick<Reading, Skill | "solution" | "escalating">,
): Tagged<Fault>[] {
  const words = sentences.flatMap((sentence) => sentence.words);
  const levels = SKILLS.map((skill) => reading[skill].level);
  const pointed = reading.escalating.some((one) => !FITS_ANYONE.has(one.tag));
  const stock = levels.includes(1) || reading.escalating.length > 0;
  const own = levels.includes(2) || reading.solution.present || pointed;
  if (own || !stock || words.length < 3 || words.length > STILL_SHORT) return [];
  const named = /[\p{Ll},] \p{Lu}\p{Ll}|\p{N}/u.test(message.slice(0, 2_000));
  if (named || echoOf(words, heard).shared > 0) return [];
  const quote = message.trim();
  const start = message.indexOf(quote);
  const evidence = [{ quote, start, end: start + quote.length }];
  return [
    {
      tag: "canned",
      confidence: 0.5,
      certainty: "likely",
      evidence,
      why: "Could have been sent to any other customer.",
    },
  ];
}
