import { shortened } from "../feedback/shortened.ts";
import type { Hearable } from "../flow/flow.ts";
import { contentOf } from "../skills/echo.ts";
import { BEGINS_TO_ASK, DENIES, HEARS, OURSELVES, THEM } from "../skills/english/grammar.ts";
import { saidBackAt } from "../skills/said-back.ts";
import { type Sentence, sentencesOf } from "../skills/sentences.ts";
import { wordsOf } from "../skills/words.ts";
import type { Story } from "./story.ts";

/** Something of the story that a text says back, with the sentence that does; `perhaps` where only some words are alike. */
export type Caught = { id: string; what: string; quote: string; certainty: "sure" | "perhaps" };

/** What of a story a text says back, in the order of the story. */
export type HeardBack = { facts: Caught[]; feelings: Caught[] };

const MOST_READ = 6_000;

/**
 * What of the story a text says back, in whatever words. A sentence that asks, that tells of the writer, or that repeats
 * the story letter by letter says nothing back for sure.
 */
export function hearBack(story: Story, text: string): HeardBack {
  const said = sentencesOf(text.slice(0, MOST_READ)).filter(saysSomethingBack);
  const told = runOf(wordsOf(story.tells.join(" ")));
  const all = [...story.facts, ...story.feelings];
  const certaintyIn = (sentence: Sentence, item: Hearable, isFeeling: boolean) => {
    const named = saidBackAt(sentence.words, item.words).some((at) => !isFeeling || !isDenied(sentence, at));
    // Words that are alike tell facts; a feeling is named or it is not.
    const alike = isFeeling ? 0 : sharedStems(sentence, ownStems(item, all));
    const isThere = named || alike >= CLEARLY_ALIKE;
    if (isThere && !isCopied(sentence.words, told)) return "sure";
    return isThere || alike >= ALIKE ? "perhaps" : undefined;
  };
  const catchOne = (item: Hearable, isFeeling: boolean): Caught[] => {
    const found = said.flatMap((sentence) => {
      const certainty = certaintyIn(sentence, item, isFeeling);
      return certainty ? [{ certainty, quote: shortened(sentence.text) } as const] : [];
    });
    const best = found.find(({ certainty }) => certainty === "sure") ?? found[0];
    return best ? [{ id: item.id, what: item.what, ...best }] : [];
  };
  return {
    facts: story.facts.flatMap((item) => catchOne(item, false)),
    feelings: story.feelings.flatMap((item) => catchOne(item, true)),
  };
}

/** Those that are said back for sure. */
export const surely = (caught: readonly Caught[]): Caught[] =>
  caught.filter(({ certainty }) => certainty === "sure");

// So many words that belong to this item alone are hardly chance; fewer may be.
const CLEARLY_ALIKE = 3;
const ALIKE = 2;

function saysSomethingBack({ words, marked }: Sentence): boolean {
  const texts = words.map(({ text }) => text);
  if (marked && BEGINS_TO_ASK.has(texts[0] ?? "")) return false;
  const has = (list: ReadonlySet<string>) => texts.some((text) => list.has(text));
  return !has(OURSELVES) || has(THEM) || has(HEARS);
}

// "You weren't embarrassed at all" names the feeling and says that it was not there.
const isDenied = ({ words }: Sentence, at: number) =>
  words.slice(Math.max(0, at - 3), at).some(({ text }) => DENIES.has(text));

function ownStems(item: Hearable, all: readonly Hearable[]): ReadonlySet<string> {
  const others = new Set(all.filter((one) => one !== item).flatMap(stemsOf));
  return new Set(stemsOf(item).filter((stem) => !others.has(stem)));
}

const sharedStems = ({ words }: Sentence, own: ReadonlySet<string>) =>
  new Set(contentOf(words).filter((stem) => own.has(stem))).size;

const stemsOf = ({ what, words }: Hearable) => contentOf(wordsOf([what, ...words].join(" . ")));

const runOf = (words: Sentence["words"]) => ` ${words.map(({ text }) => text).join(" ")} `;

// So many words in a row as they were told were taken over, not said back.
const COPIED = 8;

const isCopied = (words: Sentence["words"], told: string) =>
  words.some((_, at) => at + COPIED <= words.length && told.includes(runOf(words.slice(at, at + COPIED))));
