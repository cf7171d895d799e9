import { MAY_PRECEDE_I_WILL } from "./english/grammar.ts";
import {
  BARE_NEGATIONS,
  ENDINGS,
  NUMBER_WORDS,
  SAME_WORD,
  SHORT_FORMS,
  TAKES_IS,
} from "./english/spelling.ts";
import { onceAText } from "./once-a-text.ts";
import { type Traits, traitsOf } from "./traits.ts";

/** One word in plain lower-case spelling, and without its ending, and what can be told of it so far. */
type Spelt = { text: string; stem: string; traits: Traits };

/** A word where it stands (UTF-16 units), and whether a clause opens with it. */
export type Word = Spelt & { start: number; end: number; opens: boolean };

const WORD =
  /\p{N}+(?:[.,:]\p{N}+)*(?:nite|moro)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ`]\p{L}+)*|\p{Extended_Pictographic}/gu;

// The same and much faster, for texts of ASCII alone.
const PLAIN_WORD = /[0-9]+(?:[.,:][0-9]+)*(?:nite|moro)?|[A-Za-z][A-Za-z0-9]*(?:['`][A-Za-z]+)*/g;
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** The words of a text, short forms written out: "I'm" is two words that share one place. */
export function wordsOf(text: string, offset = 0): Word[] {
  const words: Word[] = [];
  const word = BEYOND_ASCII.test(text) ? WORD : PLAIN_WORD;
  word.lastIndex = 0;
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    const start = offset + found.index;
    const end = start + found[0].length;
    const all = spelt(found[0]);
    const isIWill =
      end - start === ILL.length && all[0]?.text === ILL && MAY_PRECEDE_I_WILL.has(words.at(-1)?.text);
    for (const { text, stem, traits } of isIWill ? I_WILL : all) {
      words.push({ text, stem, traits, start, end, opens: false });
    }
  }
  return words;
}

const MOST_SPELLINGS = 20_000;

// People use the same few thousand words again and again.
const spelt = onceAText(MOST_SPELLINGS, (said): Spelt[] => withStems(spellOut(said.toLowerCase())));

function withStems(words: readonly string[]): Spelt[] {
  return words.map((text) => {
    const trimmed = stem(text);
    return { text, stem: trimmed, traits: traitsOf(text, trimmed) };
  });
}

const ILL = "ill";
const I_WILL = withStems(["i", "will"]);

function spellOut(raw: string): string[] {
  const word = /[’ʼ`]/.test(raw) ? raw.replace(/[’ʼ`]/g, "'") : raw;
  if (BARE_NEGATIONS.has(word)) return negated(word.slice(0, -1));
  if (word.endsWith("n't")) return negated(word.slice(0, -2));
  const cut = word.indexOf("'");
  if (cut < 0) return SHORT_FORMS.get(word)?.split(" ") ?? [word];
  const head = word.slice(0, cut);
  const tail = word.slice(cut + 1);
  if (head === "let" && tail === "s") return ["let", "us"];
  if (head === "ma" && tail === "am") return ["madam"];
  if (tail === "s" && !TAKES_IS.has(head)) return [head];
  const ending = ENDINGS.get(tail);
  return ending === undefined ? [head] : [head, ending];
}

function negated(verb: string): string[] {
  if (verb === "can") return ["can", "not"];
  if (verb === "won") return ["will", "not"];
  if (verb === "ain") return ["is", "not"];
  return [verb.endsWith("n") ? verb.slice(0, -1) : verb, "not"];
}

/** A word without its ending, numbers as digits, so that two ways of saying it meet. */
export function stem(word: string): string {
  return NUMBER_WORDS.get(word) ?? trim(SAME_WORD.get(word) ?? word);
}

function trim(word: string): string {
  if (word.length < 4) return word;
  for (const ending of ["ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e"]) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) {
      const cut = word.slice(0, -ending.length);
      const back = ending === "ied" || ending === "ies" ? `${cut}y` : cut;
      return /([^aeiouls])\1$/.test(back) ? back.slice(0, -1) : back;
    }
  }
  return word;
}
