import { COMMON } from "./english/everyday-words.ts";
import { GROUPS } from "./english/groups.ts";
import { type Feature, feature, hashOf } from "./feature.ts";

/** What can be told of a word by its spelling alone; it is worked out once for each. */
export type Traits = {
  hash: number;
  /** The hash of the list that stands for it, or of itself where there is none. */
  group: number;
  /** One of the words that carry no matter of their own. */
  isCommon: boolean;
  /** It carries something of its own, so that saying it back is listening. */
  carries: boolean;
  /** The word and its stem as features. */
  own: readonly Feature[];
  /** Every four letters of it, as features. */
  letters: readonly Feature[];
};

const GRAM = 4;
const STEM = hashOf("stem");
const LETTERS = hashOf("letters");
const NUMBER = hashOf("#");
const GROUP_HASHES = new Map([...GROUPS].map(([word, group]) => [word, hashOf(group)]));

/** The kind of a feature that is a word. */
export const WORD = hashOf("word");

/** What can be told of a word and its stem. */
export function traitsOf(text: string, stem: string): Traits {
  const hash = hashOf(text);
  const isCommon = COMMON.has(text);
  return {
    hash,
    group: GROUP_HASHES.get(text) ?? (startsWithDigit(text) ? NUMBER : hash),
    isCommon,
    carries: !isCommon && (text.length > 2 || /\p{N}/u.test(text)),
    own: [feature(WORD, hash), ...(stem === text ? [] : [feature(STEM, hashOf(stem))])],
    letters: lettersOf(text),
  };
}

function lettersOf(text: string): Feature[] {
  if (text.length < GRAM) return [];
  const framed = `<${text}>`;
  const found: Feature[] = [];
  for (let from = 0; from + GRAM <= framed.length && from < 20; from++)
    found.push(feature(LETTERS, hashOf(framed, from, from + GRAM)));
  return found;
}

/** Whether a word is, or begins with, a number in figures. */
export function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}
