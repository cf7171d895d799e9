import { asRuled } from "./as-ruled.ts";
import { factsAskedFor } from "./asks.ts";
import { settle } from "./certainty.ts";
import { BOOK } from "./english/book.ts";
import { ENGLISH } from "./english/judge.ts";
import { shownBy } from "./evidence.ts";
import { chanceOf, type Judgement, judge } from "./judge.ts";
import { LABELS, type Label } from "./labels.ts";
import { type Observed, observe } from "./observe.ts";
import {
  type Certainty,
  type Context,
  ESCALATIONS,
  type Escalation,
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

type Part = { text: string; observed: Observed; judgement: Judgement };

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

function unreadable({ moves, asks }: Reading): Reading {
  const none: Graded = { ...FOREIGN, level: 0 };
  const solution: Present = { ...FOREIGN, present: false };
  return {
    validation: none,
    question: none,
    deescalation: none,
    solution,
    escalating: [],
    faults: [],
    moves,
    asks,
  };
}

function gradedBy(part: Part, skill: Skill): Graded {
  const chance = chanceOf(part.judgement, `${skill}-1`);
  const { there, ...settled } = settle(`${skill}-1`, asRuled(skill, chance, part.observed));
  if (!there) return { level: 0, ...settled, evidence: [], why: UNSPOTTED[skill] };
  const stacked = skill === "question" && part.observed.sentences.filter((one) => one.marked).length >= STACK;
  const isSpecific = !stacked && settle(`${skill}-2`, chanceOf(part.judgement, `${skill}-2`)).there;
  const level: Level = isSpecific ? 2 : 1;
  return { level, ...settled, ...shown(part, `${skill}-${level}`, part.observed.ruled[skill]) };
}

// So many questions at once are a form to fill in.
const STACK = 3;

function solutionBy(part: Part): Present {
  const { there, ...settled } = settle("solution", chanceOf(part.judgement, "solution"));
  if (!there) return { present: false, ...settled, evidence: [], why: UNSPOTTED.solution };
  return { present: true, ...settled, ...shown(part, "solution", part.observed.ruled.solution) };
}

const BEYOND_DOUBT = 0.97;
const CLEAR = 0.55;
const FAINT = 0.68;
const TINY = 4;
const INFLAMES = LABELS.indexOf("escalating");

const isFaint = ({ judgement }: Part) => (judgement.alone[INFLAMES] ?? 0) < FAINT;
const isTiny = ({ sentences }: Observed) => sentences.flatMap((one) => one.words).length < TINY;

// Which line it was must be clear before it is said without asking; what only its company suggests cannot be told.
function certaintyOf(overall: Certainty, part: Part, ofTag: number): Certainty {
  if (isFaint(part)) return "unsure";
  return overall === "sure" && ofTag < CLEAR ? "likely" : overall;
}

/** What inflames: what a rule is certain of, else every tag that is likely by itself, or the likeliest when the message as a whole inflames. */
function escalatingBy(part: Part): Tagged<Escalation>[] {
  const beyondDoubt = part.observed.ruled.escalating.filter((one) => one.confidence >= BEYOND_DOUBT);
  if (beyondDoubt.length > 0) return beyondDoubt;
  const { there, ...settled } = settle("escalating", chanceOf(part.judgement, "escalating"));
  if (!there || (isTiny(part.observed) && isFaint(part))) return [];
  const chance = (tag: Escalation) => chanceOf(part.judgement, tag);
  const likeliest = ESCALATIONS.reduce((best, tag) => (chance(tag) > chance(best) ? tag : best));
  const tags = ESCALATIONS.filter((tag) => tag === likeliest || settle(tag, chance(tag)).there);
  return tags.map((tag) => {
    const ruled = part.observed.ruled.escalating.find((one) => one.tag === tag);
    return {
      tag,
      ...settled,
      certainty: certaintyOf(settled.certainty, part, chance(tag)),
      ...shown(part, tag, ruled),
    };
  });
}

function faultsBy(part: Part, skills: Record<Skill, Graded>, context: Context): Tagged<Fault>[] {
  const isOwn = Object.values(skills).some((skill) => skill.level === 2);
  return FAULTS.flatMap((tag) => {
    const ruled = part.observed.ruled.faults.find((one) => one.tag === tag);
    const { there, ...settled } = settle(tag, chanceOf(part.judgement, tag));
    // A message that is specific to this customer cannot have been sent to any other.
    if (tag === "canned" && isOwn) return [];
    // Saying sorry once too often shows only in what was said before.
    if (tag === "over_empathy" && ruled && !there && context.earlier.length > 0) return [ruled];
    return there ? [{ tag, ...settled, ...shown(part, tag, ruled) }] : [];
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

function shown({ text, observed, judgement }: Part, label: Label, ruled: Finding | undefined) {
  return shownBy(text, ENGLISH, observed, judgement, label, ruled);
}
