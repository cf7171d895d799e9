import { echoOf, type Heard } from "./echo.ts";
import { BOOK } from "./english/book.ts";
import { NOT_TO_COME, SPEAKERS } from "./english/grammar.ts";
import type { Step } from "./english/steps.ts";
import type { Question } from "./question.ts";
import { type Match, matchesOf, type Rule } from "./rules.ts";
import type { Clause, Sentence } from "./sentences.ts";

const TIMETABLE: Rule<Step> = {
  name: "timetable",
  tag: "concrete",
  sure: 0.6,
  why: "Says what happens when.",
  says: [],
};
const TIMETABLE_FIX: Rule<Step> = { ...TIMETABLE, tag: "fix" };

/** What in a sentence moves things on: steps, times, choices, ownership, fixes. A question only offers, at most. */
export function stepsIn(sentence: Sentence, questions: readonly Question[], heard: Heard): Match<Step>[] {
  const asks = clausesOf(questions.filter((question) => question.level > 0));
  const offers = clausesOf(questions.filter((question) => question.level === 0));
  const matches = matchesOf(BOOK, "steps", sentence);
  return [...matches, ...timetableIn(sentence, matches, heard)].filter((match) => {
    if (match.clauses.some((clause) => asks.has(clause))) return match.rule.tag === "choice";
    const offered = match.clauses.some((clause) => offers.has(clause));
    return !offered || match.rule.tag === "choice" || match.rule.tag === "fix";
  });
}

/** "The van comes at four": what happens when is a fix in itself, unless it says the customer's own times back. */
function timetableIn(sentence: Sentence, matches: readonly Match<Step>[], heard: Heard): Match<Step>[] {
  const said = sentence.words.map((word) => word.text);
  const times = matches.filter((match) => match.rule.tag === "timed");
  const vague = matches.some((match) => match.rule.tag === "vague");
  if (vague || said.length < 4 || said.some((word) => SPEAKERS.has(word) || NOT_TO_COME.has(word))) return [];
  if (echoOf(sentence.words, heard).shared > 1) return [];
  return times.flatMap((match) => [
    { ...match, rule: TIMETABLE_FIX },
    { ...match, rule: TIMETABLE },
  ]);
}

function clausesOf(questions: readonly Question[]): Set<Clause> {
  return new Set(questions.flatMap((question) => question.clauses));
}
