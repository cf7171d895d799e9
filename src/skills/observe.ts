import { heardFrom } from "./echo.ts";
import { featuresOf, featuresOfAll } from "./features.ts";
import { LABELS } from "./labels.ts";
import { logistic } from "./learn.ts";
import type { Scores } from "./model.ts";
import { readByRules } from "./read-by-rules.ts";
import { type Context, ESCALATIONS, FAULTS, MOVES, type Reading, SKILLS } from "./reading.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/** A message taken apart: its sentences, what can be told of each and of the whole, and what the rules say. */
export type Observed = {
  sentences: Sentence[];
  features: string[][];
  whole: string[];
  ruled: Reading;
};

/** Takes a message apart, with everything this customer said in mind. */
export function observe(message: string, customerSaid: string, context: Context): Observed {
  const sentences = sentencesOf(message);
  const heard = heardFrom(customerSaid, context);
  const features = sentences.map((_, at) => featuresOf(message, sentences, at, heard));
  const whole = featuresOfAll(features, customerSaid);
  return { sentences, features, whole, ruled: readByRules(message, sentences, heard, context) };
}

const FAR = 7;
const LOWEST: number[] = LABELS.map(() => -FAR);
const held = (score: number) => Math.max(-FAR, Math.min(FAR, score)) / 3;

/**
 * What the models and the rules say of one message, as numbers to be weighed: per label the strongest sentence,
 * all sentences together, and the whole message; then the rules' findings; 1 at the end.
 */
export function opinionsOf(ofSentences: readonly Scores[], ofWhole: Scores, ruled: Reading): Float64Array {
  const strongest = LABELS.map((_, k) =>
    Math.max(LOWEST[k] as number, ...ofSentences.map((scores) => scores[k] as number)),
  );
  const together = LABELS.map((_, k) => {
    const none = ofSentences.reduce(
      (chance, scores) => chance * (1 - logistic(held(scores[k] as number) * 3)),
      1,
    );
    return Math.log((1 - none + 1e-4) / (none + 1e-4));
  });
  return Float64Array.from([
    ...strongest.map(held),
    ...together.map(held),
    ...Array.from(ofWhole, held),
    ...findingsOf(ruled),
    Math.min(ofSentences.length, 8) / 4,
    1,
  ]);
}

function findingsOf(ruled: Reading): number[] {
  const has = (all: readonly { tag: string }[], tag: string) => Number(all.some((one) => one.tag === tag));
  return [
    ...SKILLS.flatMap((skill) => [Number(ruled[skill].level > 0), Number(ruled[skill].level > 1)]),
    Number(ruled.solution.present),
    Number(ruled.escalating.length > 0),
    ...ESCALATIONS.map((tag) => ruled.escalating.find((one) => one.tag === tag)?.confidence ?? 0),
    ...FAULTS.map((tag) => has(ruled.faults, tag)),
    ...MOVES.map((tag) => has(ruled.moves, tag)),
  ];
}
