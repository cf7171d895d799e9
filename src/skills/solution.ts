import type { Step } from "./english/steps.ts";
import type { Escalation, Present } from "./reading.ts";
import { evidenceOf, type Match, tidyEvidence } from "./rules.ts";

/** Whether the message offers or carries out a solution. */
export function solutionOf(
  message: string,
  steps: readonly Match<Step>[][],
  inflames: readonly Match<Escalation>[],
): Present {
  const elsewhere = (match: Match<Escalation>) => match.rule.tag === "buck_passing";
  const spoilt = new Set(inflames.filter((match) => !elsewhere(match)).flatMap((match) => match.clauses));
  const clean = (match: Match<Step>) => !match.clauses.some((clause) => spoilt.has(clause));
  const fixes = steps.flat().filter((match) => match.rule.tag === "fix" && clean(match));
  const best = fixes[0];
  if (best === undefined)
    return {
      present: false,
      confidence: 0.75,
      certainty: "likely",
      evidence: [],
      why: "I didn't spot a fix or advice.",
    };
  const evidence = tidyEvidence(fixes.flatMap((match) => evidenceOf(message, match.clauses)));
  return { present: true, confidence: best.rule.sure, certainty: "likely", evidence, why: best.rule.why };
}
