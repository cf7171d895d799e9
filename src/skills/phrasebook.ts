import { DENIES } from "./english/grammar.ts";
import { type Fits, fitsOf, isFit, numberOf, UNNAMED, type WordStep } from "./fits.ts";
import { phraseOf, type Step, type WordLists } from "./phrases.ts";
import { startsWithDigit } from "./traits.ts";
import type { Word } from "./words.ts";

/** Phrases filed under the words they may begin with, so that reading takes one look per word. */
export type Phrasebook<Of> = {
  /** By the number of the word. */
  byWord: (Shelf<Of> | undefined)[];
  byPrefix: Map<string, Entry<Of>[]>;
  byDigits: Shelf<Of> | undefined;
  /** What a gap does not skip. */
  denial: WordStep;
  fits: Fits;
};
type Entry<Of> = { steps: Step[]; of: Of };
/** Phrases with the same first word: those whose second word is plain under it, and the others. */
type Shelf<Of> = { bySecond: Map<number, Entry<Of>[]>; others: Entry<Of>[] };

const PREFIX = 3;

/** Files phrases, each with what it stands for. */
export function phrasebookOf<Of>(
  rows: readonly { phrase: string; of: Of }[],
  lists: WordLists,
): Phrasebook<Of> {
  const known = new Map<string, Step>();
  const entries = rows.map(({ phrase, of }) => ({ steps: phraseOf(phrase, lists, known).steps, of }));
  const denial = phraseOf([...DENIES].join("|"), lists, known).steps[0] as WordStep;
  const fits = fitsOf([...known.values()].filter((step) => step.kind === "word"));
  const byWord: Phrasebook<Of>["byWord"] = [];
  const byPrefix: Phrasebook<Of>["byPrefix"] = new Map();
  for (const entry of entries) {
    for (const step of openers(entry.steps)) {
      for (const word of step.words) shelve(byWord, fits, word, entry);
      for (const prefix of step.prefixes) file(byPrefix, prefix.slice(0, PREFIX), entry);
    }
  }
  return { byWord, byPrefix, byDigits: byWord[numberOf(fits, "#")], denial, fits };
}

function openers(steps: Step[]): WordStep[] {
  const found = [];
  for (const step of steps) {
    if (step.kind !== "word") continue;
    found.push(step);
    if (!step.optional) break;
  }
  return found;
}

function shelve<Of>(shelves: Phrasebook<Of>["byWord"], fits: Fits, word: string, entry: Entry<Of>): void {
  const number = numberOf(fits, word);
  const shelf: Shelf<Of> = shelves[number] ?? { bySecond: new Map(), others: [] };
  shelves[number] = shelf;
  const [first, second] = entry.steps;
  if (first && second && isPlain(first) && isPlain(second)) {
    for (const next of second.words) file(shelf.bySecond, numberOf(fits, next), entry);
  } else if (!shelf.others.includes(entry)) shelf.others.push(entry);
}

function isPlain(step: Step): step is WordStep {
  const isWord = step.kind === "word" && !step.optional && !step.edge;
  return isWord && !step.any && !step.number && step.prefixes.length === 0;
}

function file<Of, Key>(shelf: Map<Key, Entry<Of>[]>, key: Key, entry: Entry<Of>): void {
  const there = shelf.get(key);
  if (there === undefined) shelf.set(key, [entry]);
  else if (!there.includes(entry)) there.push(entry);
}

/** Something that these words say, from one word to another. */
export type Found<Of> = { of: Of; from: number; to: number };

/** Words with their numbers, and what they are tried against. */
type Trial = { words: readonly Word[]; numbers: readonly number[]; fits: Fits; denial: WordStep };

/** Everything of the phrasebook that these words say, in the order in which it is said. */
export function findAll<Of>(book: Phrasebook<Of>, words: readonly Word[]): Found<Of>[] {
  const { byWord, byPrefix, byDigits, denial, fits } = book;
  const numbers = words.map((word) => numberOf(fits, word.text));
  const trial: Trial = { words, numbers, fits, denial };
  const found: Found<Of>[] = [];
  for (const [at, { text }] of words.entries()) {
    const number = numbers[at] as number;
    if (number !== UNNAMED) tryShelf(byWord[number], trial, at, found);
    if (startsWithDigit(text)) tryShelf(byDigits, trial, at, found);
    else tryAll(byPrefix.get(text.slice(0, PREFIX)), trial, at, found);
  }
  return found;
}

function tryShelf<Of>(shelf: Shelf<Of> | undefined, trial: Trial, at: number, found: Found<Of>[]): void {
  if (shelf === undefined) return;
  const next = trial.numbers[at + 1];
  if (next !== undefined) tryAll(shelf.bySecond.get(next), trial, at, found);
  tryAll(shelf.others, trial, at, found);
}

function tryAll<Of>(
  entries: readonly Entry<Of>[] | undefined,
  trial: Trial,
  at: number,
  found: Found<Of>[],
): void {
  if (entries === undefined) return;
  const edge = isEdge(trial.words, at);
  for (const entry of entries) {
    if (!edge && entry.steps[0]?.kind === "edge") continue;
    const to = follow(entry.steps, 0, trial, at);
    if (to > at) found.push({ of: entry.of, from: at, to: to - 1 });
  }
}

/** Whether a clause begins or ends just before this word. */
function isEdge(words: readonly Word[], at: number): boolean {
  return at === 0 || at === words.length || words[at]?.opens === true;
}

function follow(steps: readonly Step[], step: number, trial: Trial, at: number): number {
  const now = steps[step];
  if (now === undefined) return at;
  if (now.kind === "edge") return isEdge(trial.words, at) ? follow(steps, step + 1, trial, at) : -1;
  if (now.kind === "gap") {
    for (let skip = 0; skip <= now.most && at + skip <= trial.words.length; skip++) {
      const crosses = now.stays && trial.words[at + skip]?.opens === true;
      if (crosses && steps[step + 1]?.kind !== "edge") return -1;
      const to = follow(steps, step + 1, trial, at + skip);
      if (to >= 0) return to;
      if (crosses || takes(trial.denial, trial, at + skip)) return -1;
    }
    return -1;
  }
  if (takes(now, trial, at)) {
    const to = follow(steps, step + 1, trial, at + 1);
    if (to >= 0) return to;
  }
  if (now.edge && isEdge(trial.words, at)) return follow(steps, step + 1, trial, at);
  return now.optional ? follow(steps, step + 1, trial, at) : -1;
}

function takes(step: WordStep, { words, numbers, fits }: Trial, at: number): boolean {
  const word = words[at];
  return word !== undefined && isFit(fits, step, numbers[at] as number, word.text);
}
