import { type Echo, echoOf, type Heard } from "./echo.ts";
import { LISTS } from "./english/lists.ts";
import { type Cue, VALIDATION } from "./english/validation.ts";
import type { Graded, Level } from "./reading.ts";
import { evidenceOf, type Match, matchesOf, rulebookOf, tidyEvidence } from "./rules.ts";
import type { Clause, Sentence } from "./sentences.ts";

const BOOK = rulebookOf(VALIDATION, LISTS);

/** A stretch of a sentence that tells the customer that they were understood, and how specifically. */
export type Understanding = { clauses: Clause[]; level: Level; why: string; sure: number; hollow: boolean };

/** The understanding in a sentence, leaving out the clauses that ask, act or inflame. */
export function understandingIn(
  sentence: Sentence,
  busy: ReadonlySet<Clause>,
  heard: Heard,
): Understanding[] {
  const matches = matchesOf(BOOK, sentence);
  const hollow = matches.find((match) => match.rule.tag === "hollow");
  const free = sentence.clauses.filter((clause) => !busy.has(clause));
  if (free.length === 0) return [];
  const inside = matches.filter((match) => match.clauses.some((clause) => free.includes(clause)));
  const echo = echoOf(
    free.flatMap((clause) => clause.words),
    heard,
  );
  const graded = grade(inside, echo, free);
  if (graded === undefined) return [];
  return [{ ...graded, clauses: free, hollow: hollow !== undefined }];
}

function grade(matches: Match<Cue>[], echo: Echo, free: Clause[]) {
  const has = (tag: Cue) => matches.find((match) => match.rule.tag === tag);
  const reason = has("reason");
  const stock = has("stock") ?? has("reaction");
  const words = free.reduce((sum, clause) => sum + clause.words.length, 0);
  const ratio = echo.content === 0 ? 0 : echo.shared / echo.content;
  if (reason !== undefined && (echo.shared >= 1 || words >= 9))
    return { level: 2 as Level, why: reason.rule.why, sure: 0.75 };
  if (stock !== undefined && echo.shared >= 2)
    return { level: 2 as Level, why: "Names what happened to this customer.", sure: 0.7 };
  if (echo.shared >= 2 && ratio >= 0.2)
    return { level: 2 as Level, why: "Says back what this customer told.", sure: 0.65 };
  if (stock !== undefined) return { level: 1 as Level, why: stock.rule.why, sure: stock.rule.sure };
  return undefined;
}

/** The validation skill of a whole message. */
export function validationSkill(message: string, found: readonly Understanding[]): Graded {
  const best = found.toSorted((a, b) => b.level - a.level)[0];
  if (best === undefined || best.level === 0) {
    return {
      level: 0,
      confidence: 0.75,
      evidence: [],
      why: "I didn't spot words that show the customer was understood.",
    };
  }
  const shown = found.filter((one) => one.level === best.level);
  return {
    level: best.level,
    confidence: best.sure,
    evidence: tidyEvidence(shown.flatMap((one) => evidenceOf(message, one.clauses))),
    why: best.why,
  };
}
