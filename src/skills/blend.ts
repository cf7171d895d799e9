import { LABELS, type Label } from "./labels.ts";
import { type Weighing, weighed } from "./weigh.ts";

// What else is weighed beside a label's own score: on what a coach calls it bears most.
const BESIDE: readonly [Label, readonly Label[]][] = [
  ["validation-1", ["validation-2", "escalating", "overpromise"]],
  ["validation-2", ["escalating", "overpromise"]],
  ["question-1", ["escalating", "overpromise"]],
  ["question-2", ["escalating", "overpromise"]],
  ["deescalation-1", ["deescalation-2", "escalating", "overpromise"]],
  ["deescalation-2", ["escalating", "overpromise"]],
  ["solution", ["deescalation-2", "escalating", "overpromise"]],
  ["escalating", ["overpromise", "canned"]],
];
/** For each label that is blended, the scores that are, as places in `LABELS`; the single tags stay as they are weighed. */
export const BLENDED: readonly (readonly number[])[] = BESIDE.map(([own, others]) =>
  [own, ...others].map((label) => LABELS.indexOf(label)),
);

/** What is blended for a label: its own score, those beside it, and 1. */
export function blendOf(scores: readonly number[], label: number): Float64Array {
  const blended = BLENDED[label] ?? [label];
  const parts = new Float64Array(blended.length + 1).fill(1);
  for (let at = 0; at < blended.length; at++) {
    parts[at] = Math.max(-5, Math.min(5, scores[blended[at] as number] as number)) / 2;
  }
  return parts;
}

/** Every label's score for some opinions. */
export function scoresBy(weighing: readonly Weighing[], opinions: Float64Array): number[] {
  return weighing.map((one) => weighed(one, opinions));
}
