import { BOOK } from "./english/book.ts";
import { TURNS, TURNS_TO_HELP } from "./english/grammar.ts";
import type { Escalation, Tagged } from "./reading.ts";
import { evidenceOf, type Match, matchesOf, tidyEvidence } from "./rules.ts";
import type { Sentence } from "./sentences.ts";
import type { Understanding } from "./validation.ts";

/** What in a sentence is likely to inflame. */
export function inflamesIn(sentence: Sentence): Match<Escalation>[] {
  return matchesOf(BOOK, "escalating", sentence).filter(
    (match) => match.rule.tag !== "interrogate" || sentence.marked,
  );
}

/** Understanding that is taken back by a "but", in the same sentence or at the start of the next. */
export function hollowIn(
  message: string,
  sentences: readonly Sentence[],
  understood: readonly Understanding[][],
): Tagged<Escalation>[] {
  const evidence = sentences.flatMap((sentence, at) => {
    const mine = understood[at] ?? [];
    const before = understood[at - 1] ?? [];
    if (mine.some((one) => one.hollow)) return evidenceOf(message, [sentence]);
    if (!before.some((one) => one.named)) return [];
    const turned = TURNS.test(sentence.text) && !TURNS_TO_HELP.test(sentence.text);
    return turned ? evidenceOf(message, [sentence]) : [];
  });
  if (evidence.length === 0) return [];
  const why = "Takes the understanding back with what comes after it.";
  return [
    {
      tag: "validate_then_but",
      confidence: 0.75,
      certainty: "likely",
      evidence: tidyEvidence(evidence),
      why,
    },
  ];
}
