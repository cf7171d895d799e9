import { type Judge, type Judgement, wordsThatWeigh } from "./judge.ts";
import { LABELS, type Label } from "./labels.ts";
import type { Observed } from "./observe.ts";
import type { Finding } from "./reading.ts";
import { evidenceOf, tidyEvidence } from "./rules.ts";

const NEAR = 1.2;
const LIKELY = 0;

/** The words that show something, and why: the rule's own where a rule found it, else the sentences that weigh most. */
export function shownBy(
  message: string,
  by: Judge,
  observed: Observed,
  judgement: Judgement,
  label: Label,
  ruled: Finding | undefined,
): Pick<Finding, "evidence" | "why"> {
  const at = LABELS.indexOf(label);
  const scores = judgement.ofSentences.map((scores) => scores[at] as number);
  const best = Math.max(...scores);
  const speaking = observed.sentences
    .map((sentence, index) => ({ sentence, index, score: scores[index] as number }))
    .filter(({ score }) => score === best || (score > LIKELY && score > best - NEAR));
  const quoted = speaking.flatMap(({ sentence }) => {
    const exact = (ruled?.evidence ?? []).filter(
      (one) => one.start < sentence.end && one.end > sentence.start,
    );
    return exact.length > 0 ? exact : evidenceOf(message, [sentence]);
  });
  const exact = (ruled?.evidence ?? []).some((one) => quoted.includes(one));
  return {
    evidence: tidyEvidence(quoted),
    why: exact && ruled ? ruled.why : whyOf(by, observed, speaking, best, label),
  };
}

function whyOf(
  by: Judge,
  observed: Observed,
  speaking: readonly { index: number; score: number }[],
  best: number,
  label: Label,
): string {
  const index = speaking.find((one) => one.score === best)?.index ?? 0;
  const words = wordsThatWeigh(by, observed, index, label);
  if (words.length === 0) return "The sentence as a whole reads like it.";
  return `What weighed most: ${words.map((one) => `“${one}”`).join(", ")}.`;
}
