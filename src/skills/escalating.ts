import { ESCALATING } from "./english/escalating.ts";
import { LISTS } from "./english/lists.ts";
import { ESCALATIONS, type Escalation, type Tagged } from "./reading.ts";
import { evidenceOf, type Match, matchesOf, rulebookOf, tidyEvidence } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

const BOOK = rulebookOf(ESCALATING, LISTS);

/** What in a sentence is likely to inflame. */
export function inflamesIn(sentence: Sentence): Match<Escalation>[] {
  return matchesOf(BOOK, sentence).filter((match) => match.rule.tag !== "interrogate" || sentence.marked);
}

/** Gathers what inflames in a whole message, a tag once. */
export function taggedFrom<Tag extends string>(
  message: string,
  matches: readonly Match<Tag>[],
  order: readonly Tag[],
): Tagged<Tag>[] {
  return order.flatMap((tag) => {
    const of = matches.filter((match) => match.rule.tag === tag);
    const first = of[0];
    if (first === undefined) return [];
    const evidence = tidyEvidence(of.flatMap((match) => evidenceOf(message, match.clauses)));
    return [{ tag, confidence: first.rule.sure, evidence, why: first.rule.why }];
  });
}

/** The order in which escalations are named. */
export const ORDER = ESCALATIONS;
