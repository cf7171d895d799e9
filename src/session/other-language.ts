import type { Flow } from "../flow/flow.ts";
import { COMMON } from "../skills/english/everyday-words.ts";
import { wordsOf } from "../skills/words.ts";
import { SMALL_WORDS } from "./other-languages.ts";
import type { Session } from "./session.ts";

/** Said once to somebody who writes in another language; what they wrote is a message that shows nothing. */
export const tellEnglishOnly = ({ persona }: Flow): string =>
  `I read English only, so I can't tell what that message showed. Nothing is lost: it stands where it is, ${persona.name} has answered as to any words, and you can go on in English.`;

/** Whether a session's last message is its first one in another language. */
export function turnedToOtherLanguage({ turns }: Session): boolean {
  const first = turns.find(({ reading }) => reading.inOtherLanguage);
  return first !== undefined && first === turns.at(-1);
}

/**
 * Whether a message is clearly not in English: most of it in other letters, or several small words of one language and
 * hardly an English one, or many words of which none is known. When in doubt it is English; single foreign words,
 * names and short greetings always are.
 */
export function isOtherLanguage(text: string, flow: Flow): boolean {
  if (inOtherLetters(text)) return true;
  const said = [...new Set(wordsOf(text).map((word) => word.text))].filter((word) => /^\p{L}/u.test(word));
  if (said.length >= MANY && !said.some((word) => isKnown(word, flow))) return true;
  const english = said.filter((word) => COMMON.has(word));
  if (said.length < FEWEST || english.length > said.length / 3) return false;
  return LISTS.some((list) => {
    const small = said.filter((word) => list.has(word)).length;
    // Some are English words as well, such as "die" and "me"; those that are nothing else speak against it.
    return small >= SEVERAL && small > 2 * english.filter((word) => !list.has(word)).length;
  });
}

// Of different words: fewer are a greeting or a name, so many small ones of one language are no accident, and so many
// of which none is known are none either.
const FEWEST = 4;
const SEVERAL = 3;
const MANY = 8;

const LISTS = Object.values(SMALL_WORDS).map(
  (list) => new Set(list.flatMap((word) => wordsOf(word).map(({ text }) => text))),
);

const LEAST_LETTERS = 8;

function inOtherLetters(text: string): boolean {
  const other = text.match(/(?!\p{Script=Latin})\p{L}/gu) ?? [];
  return other.length >= LEAST_LETTERS && other.length > (text.match(/\p{Script=Latin}/gu) ?? []).length;
}

// A flow is a few thousand English words, many of them of its own trade.
const wordsOfFlow = new WeakMap<Flow, ReadonlySet<string>>();

function isKnown(word: string, flow: Flow): boolean {
  if (COMMON.has(word)) return true;
  const known = wordsOfFlow.get(flow) ?? new Set(wordsOf(flow.source).map(({ text }) => text));
  wordsOfFlow.set(flow, known);
  return known.has(word);
}
