import { BOOK } from "./english/book.ts";
import type { Evidence, Move } from "./reading.ts";
import { evidenceOf, type Match, matchesOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

/** The smaller things that a sentence does. */
export function movesIn(sentence: Sentence): Match<Move>[] {
  return matchesOf(BOOK, "moves", sentence);
}

/** Every time that sorry is said, also when it is said twice in one breath. */
export function apologiesIn(message: string, moves: readonly Match<Move>[]): Evidence[] {
  const apologies = moves.filter((match) => match.rule.tag === "apology");
  const once = new Map(apologies.map((match) => [`${match.clauses[0]?.start}:${match.from}`, match]));
  return [...once.values()].flatMap((match) => evidenceOf(message, match.clauses));
}
