import { DENIES } from "./english/grammar.ts";
import { phraseOf, type Step, type WordLists } from "./phrases.ts";
import { startsWithDigit, type Word } from "./words.ts";

/** Phrases filed under the words they may begin with, so that reading takes one look per word. */
export type Phrasebook<Of> = { byWord: Map<string, Shelf<Of>>; byPrefix: Map<string, Entry<Of>[]> };
type Entry<Of> = { steps: Step[]; of: Of };
/** Phrases with the same first word: those whose second word is plain under it, and the others. */
type Shelf<Of> = { bySecond: Map<string, Entry<Of>[]>; others: Entry<Of>[] };

const PREFIX = 3;

/** Files phrases, each with what it stands for. */
export function phrasebookOf<Of>(
  rows: readonly { phrase: string; of: Of }[],
  lists: WordLists,
): Phrasebook<Of> {
  const book: Phrasebook<Of> = { byWord: new Map(), byPrefix: new Map() };
  for (const row of rows) {
    const entry = { steps: phraseOf(row.phrase, lists).steps, of: row.of };
    for (const step of openers(entry.steps)) {
      for (const word of step.words) shelve(book.byWord, word, entry);
      for (const prefix of step.prefixes) file(book.byPrefix, prefix.slice(0, PREFIX), entry);
    }
  }
  return book;
}

type WordStep = Step & { kind: "word" };

function openers(steps: Step[]): WordStep[] {
  const found = [];
  for (const step of steps) {
    if (step.kind !== "word") continue;
    found.push(step);
    if (!step.optional) break;
  }
  return found;
}

function shelve<Of>(shelves: Map<string, Shelf<Of>>, word: string, entry: Entry<Of>): void {
  const shelf: Shelf<Of> = shelves.get(word) ?? { bySecond: new Map(), others: [] };
  shelves.set(word, shelf);
  const [first, second] = entry.steps;
  if (first && second && isPlain(first) && isPlain(second)) {
    for (const next of second.words) file(shelf.bySecond, next, entry);
  } else if (!shelf.others.includes(entry)) shelf.others.push(entry);
}

function isPlain(step: Step): step is WordStep {
  const isWord = step.kind === "word" && !step.optional && !step.edge;
  return isWord && !step.any && !step.number && step.prefixes.length === 0;
}

function file<Of>(shelf: Map<string, Entry<Of>[]>, key: string, entry: Entry<Of>): void {
  const there = shelf.get(key);
  if (there === undefined) shelf.set(key, [entry]);
  else if (!there.includes(entry)) there.push(entry);
}

/** Something that these words say, from one word to another. */
export type Found<Of> = { of: Of; from: number; to: number };

/** Everything of the phrasebook that these words say, in the order in which it is said. */
export function findAll<Of>(book: Phrasebook<Of>, words: readonly Word[]): Found<Of>[] {
  const found: Found<Of>[] = [];
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text ?? "";
    tryShelf(book.byWord.get(text), words, at, found);
    if (startsWithDigit(text)) tryShelf(book.byWord.get("#"), words, at, found);
    else tryAll(book.byPrefix.get(text.slice(0, PREFIX)), words, at, found);
  }
  return found;
}

function tryShelf<Of>(
  shelf: Shelf<Of> | undefined,
  words: readonly Word[],
  at: number,
  found: Found<Of>[],
): void {
  if (shelf === undefined) return;
  const next = words[at + 1]?.text;
  if (next !== undefined) tryAll(shelf.bySecond.get(next), words, at, found);
  tryAll(shelf.others, words, at, found);
}

function tryAll<Of>(
  entries: readonly Entry<Of>[] | undefined,
  words: readonly Word[],
  at: number,
  found: Found<Of>[],
): void {
  if (entries === undefined) return;
  for (const entry of entries) {
    const to = follow(entry.steps, 0, words, at);
    if (to > at) found.push({ of: entry.of, from: at, to: to - 1 });
  }
}

/** Whether a clause begins or ends just before this word. */
function isEdge(words: readonly Word[], at: number): boolean {
  return at === 0 || at === words.length || words[at]?.opens === true;
}

function follow(steps: Step[], step: number, words: readonly Word[], at: number): number {
  const now = steps[step];
  if (now === undefined) return at;
  if (now.kind === "edge") return isEdge(words, at) ? follow(steps, step + 1, words, at) : -1;
  if (now.kind === "gap") {
    for (let skip = 0; skip <= now.most && at + skip <= words.length; skip++) {
      const to = follow(steps, step + 1, words, at + skip);
      if (to >= 0) return to;
      if (DENIES.has(words[at + skip]?.text ?? "")) return -1;
    }
    return -1;
  }
  const text = words[at]?.text;
  if (text !== undefined && fits(now, text)) {
    const to = follow(steps, step + 1, words, at + 1);
    if (to >= 0) return to;
  }
  if (now.edge && isEdge(words, at)) return follow(steps, step + 1, words, at);
  return now.optional ? follow(steps, step + 1, words, at) : -1;
}

function fits(step: Step & { kind: "word" }, text: string): boolean {
  if (step.any || step.words.has(text)) return true;
  if (step.number && startsWithDigit(text)) return true;
  return step.prefixes.some((prefix) => text.startsWith(prefix));
}
