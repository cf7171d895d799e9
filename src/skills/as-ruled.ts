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
const REFUSES = /\b(?:no|not|but|never|cannot|can't|cant)\b|\?/i;

/** How likely a skill is after the rules that decide by themselves have spoken. */
export function asRuled(skill: Skill, chance: number, observed: Observed): number {
  if (skill === "question") return askedAsRuled(chance, observed);
  return skill === "validation" && isBareKindness(observed) ? Math.max(chance, RULED_IN) : chance;
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

// "I'm so sorry about that", and nothing else: a stock phrase, which is a kindness all the same.
function isBareKindness({ sentences, ruled }: Observed): boolean {
  const only = sentences[0];
  if (only === undefined || sentences.length > 1 || only.words.length > BARE || REFUSES.test(only.text))
    return false;
  const isStock = meets(only, "says-sorry", "says-understood");
  return isStock && ruled.validation.level > 0 && ruled.escalating.length === 0;
}
