import { BOOK } from "./english/book.ts";
import { ASKS_OPENLY } from "./english/grammar.ts";
import type { Observed } from "./observe.ts";
import type { Skill } from "./reading.ts";
import { allMatchesOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

const RULED_OUT = 0.02;
const RULED_IN = 0.96;
const PLAINLY_ASKED = 0.7;
const BARE = 7;
const SHORT = 12;
const REFUSES = /\b(?:no|not|but|never|cannot|can't|cant)\b|\?/i;

/**
 * How likely it is that a skill shows at a level or above, after the rules that decide by themselves have spoken.
 * `scores` says how strongly each sentence speaks for it.
 */
export function asRuled(
  skill: Skill,
  level: 1 | 2,
  chance: number,
  observed: Observed,
  scores: readonly number[],
): number {
  if (skill === "deescalation") return calmedAsRuled(level, chance, observed, scores);
  if (level === 2) return chance;
  if (skill === "question") return askedAsRuled(chance, observed);
  return skill === "validation" && isBareKindness(observed) ? Math.max(chance, RULED_IN) : chance;
}

/**
 * How likely a solution is, after the rules: a "can't" with nothing instead is none, nor is what happened
 * to the customer, however much it sounds like one.
 * `scores` says how strongly each sentence speaks for a solution.
 */
export function solvedAsRuled(chance: number, observed: Observed, scores: readonly number[]): number {
  const { sentences, retold, ruled } = observed;
  if (ruled.solution.present) return chance;
  const refuses = sentences.map((sentence) => meets(sentence, "says-what-cannot-be"));
  const isEmpty =
    restsOn(retold, scores) ||
    (refuses.includes(true) && sentences.every((_, at) => refuses[at] || (scores[at] as number) < 0));
  return isEmpty ? Math.min(chance, RULED_OUT) : chance;
}

// What only says back what happened is no step, nor is what is put off, however much its words are those of steps.
function calmedAsRuled(level: 1 | 2, chance: number, observed: Observed, scores: readonly number[]): number {
  if (isBareOwning(observed)) return Math.max(chance, RULED_IN);
  if (level === 1 && saysOnly(observed, "reassures")) return Math.max(chance, RULED_IN);
  const { sentences, retold, ruled } = observed;
  const putOff = sentences.map((sentence) => meets(sentence, "in-my-own-time"));
  const isEmpty = ruled.deescalation.level === 0 && (restsOn(retold, scores) || restsOn(putOff, scores));
  return isEmpty ? Math.min(chance, RULED_OUT) : chance;
}

// Whether it is these sentences that speak most for something, and none of the others speaks for it.
function restsOn(these: readonly boolean[], scores: readonly number[]): boolean {
  const strongest = Math.max(...scores);
  return (
    these.some((one, at) => one && scores[at] === strongest) &&
    these.every((one, at) => one || (scores[at] as number) < 0)
  );
}

/** How likely it is that a message inflames, after the rules that decide by themselves have spoken. */
export function inflamesAsRuled(chance: number, observed: Observed): number {
  if (saysOnly(observed, "own-it", "takes-their-side", "reassures")) return Math.min(chance, RULED_OUT);
  const isPutOff = observed.sentences.every((sentence) => meets(sentence, "in-my-own-time"));
  return isPutOff ? Math.max(chance, RULED_IN) : chance;
}

// Small talk asks nothing; a marked request for a number asks, and so does a bare "Where is it now?":
// there the rule knows better than the weights.
function askedAsRuled(chance: number, { sentences, ruled }: Observed): number {
  const marked = sentences.filter((sentence) => sentence.marked);
  if (marked.length > 0 && marked.length === sentences.length && marked.every(isSmallTalk)) return RULED_OUT;
  if (marked.length > 0 && ruled.question.level === 1) return Math.max(chance, RULED_IN);
  const isOpen = sentences.length === 1 && marked.some(asksOpenly) && ruled.question.level === 2;
  return isOpen ? Math.max(chance, PLAINLY_ASKED) : chance;
}

const asksOpenly = ({ words }: Sentence) => words.slice(0, 2).some((word) => ASKS_OPENLY.has(word.text));

const isSmallTalk = (sentence: Sentence) => meets(sentence, "small-talk");

function meets(sentence: Sentence, ...rules: readonly string[]): boolean {
  return allMatchesOf(BOOK, sentence).some(({ rule }) => rules.includes(rule.name));
}

// "You're right, we should have called", and nothing else: an honest admission.
const isBareOwning = (observed: Observed) => saysOnly(observed, "own-it");

// "I'm so sorry about that", or "None of this is your fault": words for anyone, which are a kindness all the same.
function isBareKindness(observed: Observed): boolean {
  if (saysOnly(observed, "takes-their-side")) return true;
  const isBrief = observed.sentences.every((one) => one.words.length <= BARE && !REFUSES.test(one.text));
  return (
    isBrief && observed.ruled.validation.level > 0 && saysOnly(observed, "says-sorry", "says-understood")
  );
}

/** Whether a message is one short sentence that meets one of these rules, and no rule finds fault with it. */
function saysOnly({ sentences, ruled }: Observed, ...rules: readonly string[]): boolean {
  const [only, ...more] = sentences;
  if (only === undefined || more.length > 0 || only.words.length > SHORT || ruled.escalating.length > 0)
    return false;
  return !/\bbut\b|\?/i.test(only.text) && meets(only, ...rules);
}
