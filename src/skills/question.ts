import { BOOK } from "./english/book.ts";
import { BARE_QUESTION } from "./english/grammar.ts";
import type { Asking } from "./english/question.ts";
import type { Escalation, Graded, Level } from "./reading.ts";
import { evidenceOf, type Match, matchesOf } from "./rules.ts";
import type { Clause, Sentence } from "./sentences.ts";

/** A stretch of a sentence that asks for something, and how well it explores (0 when it is a question in form only). */
export type Question = { clauses: Clause[]; level: Level; why: string; sure: number };

const EXPLORES = "Asks about this very problem.";

/** From so many questions at once on, a message is a form to fill in (rubric: clarifying question, level 1). */
const STACK = 3;

/** Whether so many of these sentences are marked as questions. */
export const isStacked = (sentences: readonly Sentence[]): boolean =>
  sentences.filter((one) => one.marked).length >= STACK;

/** The questions of a sentence, with or without their question mark. */
export function questionsIn(sentence: Sentence, inflames: readonly Match<Escalation>[]): Question[] {
  const matches = matchesOf(BOOK, "question", sentence);
  const asking = askingClauses(sentence, matches);
  if (asking.length === 0) return [];
  const within = matches.filter((match) => match.clauses.some((clause) => asking.includes(clause)));
  const by = (tag: Asking) => within.find((match) => match.rule.tag === tag);
  const blames = inflames.find((match) => match.clauses.some((clause) => asking.includes(clause)));
  if (blames !== undefined)
    return [{ clauses: asking, level: 0, why: blames.rule.why, sure: blames.rule.sure }];
  const idle = by("idle");
  const plain = by("routine") ?? by("vague");
  if (idle !== undefined && by("routine") === undefined) {
    return [{ clauses: asking, level: 0, why: idle.rule.why, sure: idle.rule.sure }];
  }
  if (plain !== undefined) return [{ clauses: asking, level: 1, why: plain.rule.why, sure: plain.rule.sure }];
  return [{ clauses: asking, level: 2, why: EXPLORES, sure: sentence.marked ? 0.8 : 0.65 }];
}

function askingClauses(sentence: Sentence, matches: Match<Asking>[]): Clause[] {
  const { clauses } = sentence;
  const openers = matches.filter((match) => match.rule.tag === "opener").flatMap((match) => match.clauses);
  const requests = matches.filter((match) => match.rule.tag === "request").flatMap((match) => match.clauses);
  if (sentence.marked) {
    const first = clauses.findIndex((clause) => openers.includes(clause) || requests.includes(clause));
    return first < 0 ? clauses : clauses.slice(first);
  }
  const first = clauses.findIndex((clause) => requests.includes(clause));
  if (first >= 0) return clauses.slice(first);
  const loose = clauses.findIndex((clause) => openers.includes(clause) && BARE_QUESTION.test(clause.text));
  return loose >= 0 && !/[.!]$/.test(sentence.text) ? clauses.slice(loose) : [];
}

/** The clarifying-question skill of a whole message. */
export function questionSkill(message: string, questions: readonly Question[]): Graded {
  const real = questions.filter((question) => question.level > 0);
  const best = real.toSorted((a, b) => b.level - a.level)[0];
  if (best === undefined) {
    return {
      level: 0,
      confidence: questions.length > 0 ? 0.7 : 0.9,
      certainty: "likely",
      evidence: [],
      why: "I didn't spot a question that helps to understand.",
    };
  }
  const stacked = real.length >= STACK;
  return {
    level: stacked ? 1 : best.level,
    confidence: best.sure,
    certainty: "likely",
    evidence: real.flatMap((question) => evidenceOf(message, question.clauses)),
    why: stacked ? "Asks three or more things at once." : best.why,
  };
}
