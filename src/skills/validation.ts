import { echoOf, type Heard } from "./echo.ts";
import { BOOK } from "./english/book.ts";
import { OURSELVES, STORY_GOES_ON, THEM } from "./english/grammar.ts";
import type { Step } from "./english/steps.ts";
import type { Cue } from "./english/validation.ts";
import type { Question } from "./question.ts";
import type { Escalation, Graded, Level, Tagged } from "./reading.ts";
import { evidenceOf, type Match, matchesOf, tidyEvidence } from "./rules.ts";
import type { Clause, Sentence } from "./sentences.ts";
import type { Word } from "./words.ts";

const RAMBLES = 40;
const ENOUGH_SHARED = 2;
const ENOUGH_RATIO = 0.25;

/** Words that tell the customer that they were understood; `named` when a phrase says so, `hollow` when a "but" follows. */
export type Understanding = {
  clauses: Clause[];
  level: Level;
  why: string;
  sure: number;
  named: boolean;
  hollow: boolean;
};

type Part = {
  sentence: Sentence;
  inflames: Match<Escalation>[];
  questions: Question[];
  steps: Match<Step>[];
};

/** The understanding in a sentence (`opens` when the message opens with it), leaving out the clauses that ask, act or inflame. */
export function understandingIn(part: Part, heard: Heard, opens: boolean): Understanding[] {
  const { sentence } = part;
  const busy = busyClauses(part);
  const clauses = sentence.clauses.filter((clause) => !busy.has(clause));
  if (clauses.length === 0) return [];
  const matches = matchesOf(BOOK, "validation", sentence);
  const inside = matches.filter((match) => match.clauses.some((clause) => clauses.includes(clause)));
  const graded = grade(inside, clauses, heard, opens);
  if (graded === undefined) return [];
  const named = inside.some((match) => match.rule.tag !== "hollow");
  return [{ ...graded, clauses, named, hollow: isHollowed(matches, sentence) }];
}

function busyClauses({ inflames, questions, steps }: Part): ReadonlySet<Clause> {
  const acts = steps.filter((match) => match.rule.tag === "concrete" || match.rule.tag === "fix");
  return new Set([...inflames, ...questions, ...acts].flatMap((one) => one.clauses));
}

function grade(matches: readonly Match<Cue>[], clauses: readonly Clause[], heard: Heard, opens: boolean) {
  const words = clauses.flatMap((clause) => clause.words);
  const { shared, content } = echoOf(words, heard);
  const by = (tag: Cue) => matches.find((match) => match.rule.tag === tag);
  const reason = by("reason");
  const stock = by("stock") ?? by("reaction");
  if (reason !== undefined && (shared >= 1 || words.length >= 9)) return graded(2, reason.rule.why, 0.75);
  if (stock !== undefined && shared >= ENOUGH_SHARED && words.length <= RAMBLES)
    return graded(2, NAMES_IT, 0.7);
  const restates = shared >= ENOUGH_SHARED && shared >= content * ENOUGH_RATIO;
  if (restates && words.length <= RAMBLES) return graded(2, SAYS_BACK, 0.65);
  if (opens && shared >= 1 && isAboutThem(words)) return graded(2, SAYS_BACK, 0.55);
  const plain = stock ?? reason;
  return plain && graded(1, plain.rule.why, plain.rule.sure);
}

const NAMES_IT = "Names what happened to this customer.";
const SAYS_BACK = "Says back what this customer told.";

function isAboutThem(words: readonly Word[]): boolean {
  const ours = words.some((word) => OURSELVES.has(word.text));
  return !ours && words.length > 5 && words.length <= RAMBLES && words.some((word) => THEM.has(word.text));
}

function graded(level: Level, why: string, sure: number) {
  return { level, why, sure };
}

function isHollowed(matches: readonly Match<Cue>[], sentence: Sentence): boolean {
  const buts = matches.filter((match) => match.rule.tag === "hollow");
  return buts.some((but) => {
    const next = sentence.words[but.to + 1]?.text ?? "";
    return (
      !STORY_GOES_ON.has(next) && matches.some((cue) => cue.rule.tag !== "hollow" && cue.from < but.from)
    );
  });
}

/** The validation skill of a whole message, lowered by one when it is taken back. */
export function validationSkill(
  message: string,
  found: readonly Understanding[],
  hollow: readonly Tagged<Escalation>[],
): Graded {
  const best = found.toSorted((a, b) => b.level - a.level)[0];
  const level = Math.max(0, (best?.level ?? 0) - (hollow.length > 0 ? 1 : 0)) as Level;
  if (best === undefined || level === 0)
    return { level: 0, confidence: 0.75, certainty: "likely", evidence: [], why: NOT_SPOTTED };
  const shown = found.filter((one) => one.level === best.level);
  const evidence = tidyEvidence(shown.flatMap((one) => evidenceOf(message, one.clauses)));
  return { level, confidence: best.sure, certainty: "likely", evidence, why: best.why };
}

const NOT_SPOTTED = "I didn't spot words that show the customer was understood.";
