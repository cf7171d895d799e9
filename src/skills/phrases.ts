import { DENIES } from "./english/grammar.ts";
import type { Word } from "./words.ts";

/** Named lists of words that a phrase may refer to as `@name`. */
export type WordLists = Readonly<Record<string, string>>;

/** A phrase made ready to be found. */
export type Phrase = { source: string; steps: Step[] };

type Step =
  | {
      kind: "word";
      words: Set<string>;
      prefixes: string[];
      number: boolean;
      any: boolean;
      ends: boolean;
      optional: boolean;
    }
  | { kind: "gap"; most: number }
  | { kind: "start" }
  | { kind: "end" };

/**
 * Reads a phrase. A phrase is written as words, with these signs:
 * `a|b` one of them, `a?` may be missing, `abc*` any word that starts so, `#` a number, `@list` a word of that list,
 * `*` any word, `..` up to three words between, `...` up to eight (never over a "not"), `^` start of the clause, `$` its end.
 */
export function phraseOf(source: string, lists: WordLists): Phrase {
  return { source, steps: source.split(" ").map((part) => stepOf(part, lists)) };
}

function stepOf(part: string, lists: WordLists): Step {
  if (part === "..") return { kind: "gap", most: 3 };
  if (part === "...") return { kind: "gap", most: 8 };
  if (part === "^") return { kind: "start" };
  if (part === "$") return { kind: "end" };
  const optional = part.endsWith("?");
  const options = (optional ? part.slice(0, -1) : part).split("|").flatMap((option) => {
    if (!option.startsWith("@")) return [option];
    const list = lists[option.slice(1)];
    if (list === undefined) throw new Error(`A phrase asks for the list ${option}, which does not exist.`);
    return list.trim().split(/\s+/);
  });
  return {
    kind: "word",
    words: new Set(options.filter((option) => !option.endsWith("*") && option !== "$")),
    prefixes: options
      .filter((option) => option.length > 1 && option.endsWith("*"))
      .map((option) => option.slice(0, -1)),
    number: options.includes("#"),
    any: part === "*",
    ends: options.includes("$"),
    optional,
  };
}

/** Where a phrase was found: the places of its first and last word among the words. */
export type Found = { from: number; to: number };

/** Phrases filed under the words they may begin with, so that reading takes one look per word. */
export type Phrasebook<Of> = { byWord: Map<string, Entry<Of>[]>; byPrefix: Map<string, Entry<Of>[]> };
type Entry<Of> = { steps: Step[]; of: Of };

/** Files phrases, each with what it stands for. */
export function phrasebookOf<Of>(
  rows: readonly { phrase: string; of: Of }[],
  lists: WordLists,
): Phrasebook<Of> {
  const book: Phrasebook<Of> = { byWord: new Map(), byPrefix: new Map() };
  for (const row of rows) {
    const entry = { steps: phraseOf(row.phrase, lists).steps, of: row.of };
    for (const step of openers(entry.steps)) {
      for (const word of step.words) file(book.byWord, word, entry);
      for (const prefix of step.prefixes) file(book.byPrefix, prefix.slice(0, 3), entry);
    }
  }
  return book;
}

function openers(steps: Step[]) {
  const found = [];
  for (const step of steps) {
    if (step.kind !== "word") continue;
    found.push(step);
    if (!step.optional) break;
  }
  return found;
}

function file<Of>(shelf: Map<string, Entry<Of>[]>, key: string, entry: Entry<Of>): void {
  const there = shelf.get(key);
  if (there === undefined) shelf.set(key, [entry]);
  else if (!there.includes(entry)) there.push(entry);
}

/** Everything of the phrasebook that these words say, in the order in which it is said. */
export function findAll<Of>(
  book: Phrasebook<Of>,
  words: readonly Word[],
): { of: Of; from: number; to: number }[] {
  const found: { of: Of; from: number; to: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text ?? "";
    const digits = isNumber(text) ? book.byWord.get("#") : undefined;
    for (const entries of [book.byWord.get(text), book.byPrefix.get(text.slice(0, 3)), digits]) {
      for (const entry of entries ?? []) {
        const to = follow(entry.steps, 0, words, at);
        if (to > at) found.push({ of: entry.of, from: at, to: to - 1 });
      }
    }
  }
  return found;
}

function opens(words: readonly Word[], at: number): boolean {
  return at === 0 || words[at]?.opens === true;
}

function ends(words: readonly Word[], at: number): boolean {
  return at === words.length || words[at]?.opens === true;
}

function isNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function follow(steps: Step[], step: number, words: readonly Word[], at: number): number {
  const now = steps[step];
  if (now === undefined) return at;
  if (now.kind === "start") return opens(words, at) ? follow(steps, step + 1, words, at) : -1;
  if (now.kind === "end") {
    return ends(words, at) ? follow(steps, step + 1, words, at) : -1;
  }
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
  if (now.ends && ends(words, at)) return follow(steps, step + 1, words, at);
  return now.optional ? follow(steps, step + 1, words, at) : -1;
}

function fits(step: Step & { kind: "word" }, text: string): boolean {
  if (step.any || step.words.has(text)) return true;
  if (step.number && isNumber(text)) return true;
  return step.prefixes.some((prefix) => text.startsWith(prefix));
}
