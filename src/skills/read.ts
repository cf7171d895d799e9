import { asRuled, solvedAsRuled } from "./as-ruled.ts";
import { factsAskedFor } from "./asks.ts";
import { isThere, settle } from "./certainty.ts";
import { BOOK } from "./english/book.ts";
import { ENGLISH } from "./english/judge.ts";
import { escalatingBy, isFaint } from "./inflames.ts";
import { chanceOf, judge } from "./judge.ts";
import { LABELS, type Label } from "./labels.ts";
import { type Observed, observe } from "./observe.ts";
import { type Part, shown } from "./part.ts";
import { isStacked } from "./question.ts";
import {
  type Context,
  FAULTS,
  type Fault,
  type Finding,
  type Graded,
  type Level,
  type Move,
  type Present,
  type Reading,
  type Skill,
  type Tagged,
} from "./reading.ts";
import { allMatchesOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

/** Longer messages are read up to here (UTF-16 units); nobody types more in a chat. */
const MOST_READ = 6_000;
const FOREIGN: Finding = { confidence: 0, certainty: "unsure", evidence: [], why: "I can't tell from this." };

const UNSPOTTED: Record<Skill | "solution", string> = {
  validation: "I didn't spot words that show the customer was understood.",
  question: "I didn't spot a question that helps to understand.",
  deescalation: "I didn't spot anything that lowers the temperature or moves things on.",
  solution: "I didn't spot a fix or advice.",
};

/** Reads what a trainee's message shows, with the customer's last message and what else is known before it. */
export function read(message: string, customerSaid: string, context: Context): Reading {
  const text = message.slice(0, MOST_READ);
  const observed = observe(text, customerSaid, context);
  if (!isReadable(observed)) return unreadable(observed.ruled);
  const part = { text, observed, judgement: judge(ENGLISH, observed) };
  if (saysLittle(observed) && isFaint(part)) return unreadable(observed.ruled);
  const skills = {
    validation: gradedBy(part, "validation"),
    question: gradedBy(part, "question"),
    deescalation: gradedBy(part, "deescalation"),
  };
  return {
    ...skills,
    solution: solutionBy(part),
    escalating: escalatingBy(part),
    faults: faultsBy(part, skills, context),
    moves: movesBy(part),
    asks: asksBy(part, skills.question, context),
  };
}

const READABLE = /[a-z]/;

function isReadable({ sentences }: Observed): boolean {
  return sentences.some((sentence) => sentence.words.some((word) => READABLE.test(word.text)));
}

// A few words that no rule knows and that ask nothing are too little to judge by.
function saysLittle({ sentences }: Observed): boolean {
  return sentences.every((one) => one.words.length <= LITTLE && !one.marked && !isKnown(one));
}

const isKnown = (sentence: Sentence) => allMatchesOf(BOOK, sentence).some(({ rule }) => rule.tag !== "idle");

const LITTLE = 3;

const NONE: Graded = { ...FOREIGN, level: 0 };

const NOTHING: Reading = {
  validation: NONE,
  question: NONE,
  deescalation: NONE,
  solution: { ...FOREIGN, present: false },
  escalating: [],
  faults: [],
  moves: [],
  asks: [],
};

/** What is said of a message in another language. */
export const IN_OTHER_LANGUAGE: Reading = { ...NOTHING, inOtherLanguage: true };

const unreadable = ({ moves, asks }: Reading): Reading => ({ ...NOTHING, moves, asks });

function gradedBy(part: Part, skill: Skill): Graded {
  const likely = (level: 1 | 2) => {
    const label = `${skill}-${level}` as const;
    return asRuled(skill, level, chanceOf(part.judgement, label), part.observed, scoresFor(part, label));
  };
  const { there, ...settled } = settle(`${skill}-1`, likely(1));
  if (!there) return { level: 0, ...settled, evidence: [], why: UNSPOTTED[skill] };
  const stacked = skill === "question" && isStacked(part.observed.sentences);
  const isSpecific = !stacked && isThere(`${skill}-2`, likely(2));
  const level: Level = isSpecific ? 2 : 1;
  return { level, ...settled, ...shown(part, `${skill}-${level}`, part.observed.ruled[skill]) };
}

function solutionBy(part: Part): Present {
  const { observed, judgement } = part;
  const chance = solvedAsRuled(chanceOf(judgement, "solution"), observed, scoresFor(part, "solution"));
  const { there, ...settled } = settle("solution", chance);
  if (!there) return { present: false, ...settled, evidence: [], why: UNSPOTTED.solution };
  return { present: true, ...settled, ...shown(part, "solution", part.observed.ruled.solution) };
}

// How strongly each sentence speaks for a label.
const scoresFor = ({ judgement }: Part, label: Label): number[] =>
  judgement.ofSentences.map((scores) => scores[LABELS.indexOf(label)] as number);

function faultsBy(part: Part, skills: Record<Skill, Graded>, context: Context): Tagged<Fault>[] {
  const isOwn = Object.values(skills).some((skill) => skill.level === 2);
  return FAULTS.flatMap((tag) => {
    const ruled = part.observed.ruled.faults.find((one) => one.tag === tag);
    const chance = chanceOf(part.judgement, tag);
    const there = isThere(tag, chance);
    // A message that is specific to this customer cannot have been sent to any other.
    if (tag === "canned" && isOwn) return [];
    // Saying sorry once too often shows only in what was said before.
    if (tag === "over_empathy" && ruled && !there && context.earlier.length > 0) return [ruled];
    if (!there) return [];
    const { confidence, certainty } = settle(tag, chance);
    return [{ tag, confidence, certainty, ...shown(part, tag, ruled) }];
  });
}

/** The smaller things that were said; a time counts only where something is done by it. */
function movesBy({ observed, judgement }: Part): Tagged<Move>[] {
  const acts = observed.sentences.filter((_, at) => {
    const scores = judgement.ofSentences[at] as Float64Array;
    return Math.max(scores[ACTS] as number, scores[SOLVES] as number) > 0;
  });
  return observed.ruled.moves.filter(
    ({ tag, evidence }) =>
      tag !== "timeframe" ||
      evidence.some((one) => acts.some((sentence) => one.start < sentence.end && one.end > sentence.start)),
  );
}

const ACTS = LABELS.indexOf("deescalation-1");
const SOLVES = LABELS.indexOf("solution");

function asksBy({ observed }: Part, question: Graded, context: Context): string[] {
  const quoted = factsAskedFor(
    question.evidence.map((one) => one.quote),
    context.facts,
  );
  return context.facts
    .map((fact) => fact.id)
    .filter((id) => observed.ruled.asks.includes(id) || quoted.includes(id));
}
