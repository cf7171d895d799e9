import { LISTS } from "./english/lists.ts";
import { STEPS, type Step } from "./english/steps.ts";
import type { Question } from "./question.ts";
import { type Match, matchesOf, rulebookOf } from "./rules.ts";
import type { Clause, Sentence } from "./sentences.ts";

const BOOK = rulebookOf(STEPS, LISTS);

/** What in a sentence moves things on: steps, times, choices, ownership, fixes. A question only offers, at most. */
export function stepsIn(sentence: Sentence, questions: readonly Question[]): Match<Step>[] {
  const asks = clausesOf(questions.filter((question) => question.level > 0));
  const offers = clausesOf(questions.filter((question) => question.level === 0));
  return matchesOf(BOOK, sentence).filter((match) => {
    if (match.clauses.some((clause) => asks.has(clause))) return match.rule.tag === "choice";
    const offered = match.clauses.some((clause) => offers.has(clause));
    return !offered || match.rule.tag === "choice" || match.rule.tag === "fix";
  });
}

function clausesOf(questions: readonly Question[]): Set<Clause> {
  return new Set(questions.flatMap((question) => question.clauses));
}
