import type { Step } from "./english/steps.ts";
import type { Escalation, Graded } from "./reading.ts";
import { evidenceOf, type Match, tidyEvidence } from "./rules.ts";

/** The de-escalation skill of a whole message, from the steps found in it. */
export function deescalationSkill(
  message: string,
  steps: readonly Match<Step>[][],
  inflames: readonly Match<Escalation>[],
): Graded {
  const spoilt = new Set(inflames.flatMap((match) => match.clauses));
  const strong: Match<Step>[] = [];
  const weak: Match<Step>[] = [];
  for (const all of steps) {
    const inSentence = all.filter((match) => !match.clauses.some((clause) => spoilt.has(clause)));
    const timed = inSentence.some((match) => match.rule.tag === "timed");
    const concrete = inSentence.filter((match) => match.rule.tag === "concrete");
    const vague = inSentence.filter((match) => match.rule.tag === "vague");
    strong.push(...inSentence.filter((match) => match.rule.tag === "owned" || match.rule.tag === "choice"));
    if (vague.length > 0) (timed && concrete.length > 0 ? strong : weak).push(...vague);
    else strong.push(...concrete);
  }
  const shown = strong.length > 0 ? strong : weak;
  const best = shown.toSorted((a, b) => b.rule.sure - a.rule.sure)[0];
  if (best === undefined) {
    return {
      level: 0,
      confidence: 0.75,
      certainty: "likely",
      evidence: [],
      why: "I didn't spot anything that lowers the temperature or moves things on.",
    };
  }
  return {
    level: strong.length > 0 ? 2 : 1,
    confidence: best.rule.sure,
    certainty: "likely",
    evidence: tidyEvidence(shown.flatMap((match) => evidenceOf(message, match.clauses))),
    why: best.rule.why,
  };
}
