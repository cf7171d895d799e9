import { echoOf, type Heard } from "./echo.ts";
import { BOOK } from "./english/book.ts";
import { type Feature, feature, hashOf } from "./feature.ts";
import { onceAText } from "./once-a-text.ts";
import { allMatchesOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";
import { startsWithDigit, WORD } from "./traits.ts";
import { type Word, wordsOf } from "./words.ts";

const SELF = new Set(["i", "my", "me", "mine"]);
const US = new Set(["we", "our", "us"]);
const YOU = new Set(["you", "your", "yours"]);
const DENIED = new Set(["not", "no", "never", "nothing", "nobody"]);
const LENGTHS = [3, 6, 10, 16, 25];

const GROUP = hashOf("group");
const PAIR = hashOf("pair");
const GROUP_PAIR = hashOf("pair of groups");
const TRIPLE = hashOf("triple");
const GROUP_TRIPLE = hashOf("triple of groups");
const OVER_ONE = hashOf("groups over one");
const OVER_TWO = hashOf("groups over two");
const CLAUSE_WORD = hashOf("clause opens with word");
const CLAUSE_PAIR = hashOf("clause opens with pair");
const RULE = hashOf("rule");
const PHRASE = hashOf("phrase");
const MARK = hashOf("mark");
const PLACE = hashOf("place");
const LENGTH = hashOf("length");
const SHARED = hashOf("shared with customer");
const SHARE = hashOf("share of it");
const NUMBERS = hashOf("numbers known and new");
const ABOUT = hashOf("about whom");
const DENIES = hashOf("about whom, denied or not");
const ABOUT_SHARED = hashOf("about whom, shared with customer");
const OF_CUSTOMER = hashOf("customer's word");
const CUSTOMER_MARK = hashOf("customer's mark");
const CUSTOMER_LENGTH = hashOf("customer's length");
const SENTENCES = hashOf("sentences");

const START = hashOf("^");
const END = hashOf("$");
const ECHO = hashOf("ECHO");
const NAME = hashOf("NAME");

/**
 * What can be told of a sentence without judging it: its words and their neighbours, the same with word groups and the
 * customer's words marked, the rules it meets, its shape. The same feature may come more than once.
 */
export function featuresOf(
  message: string,
  sentences: readonly Sentence[],
  at: number,
  heard: Heard,
): Feature[] {
  const sentence = sentences[at] as Sentence;
  const { words } = sentence;
  const found: Feature[] = [];
  const said = words.map((word) => word.traits.hash);
  const groups = words.map((word, i) => groupOf(message, word, i, heard));
  words.forEach(({ traits }, i) => {
    found.push(...traits.own);
    if (groups[i] !== traits.hash) found.push(feature(GROUP, groups[i] as number));
    found.push(...traits.letters);
  });
  addNeighbours(found, [START, ...said, END], [START, ...groups, END]);
  for (const { words } of sentence.clauses.slice(1)) {
    const [first, second] = words;
    if (first) found.push(feature(CLAUSE_WORD, first.traits.hash));
    if (first && second) found.push(feature(CLAUSE_PAIR, first.traits.hash, second.traits.hash));
  }
  for (const { rule, phrase } of allMatchesOf(BOOK, sentence)) {
    const tag = hashOf(rule.tag);
    found.push(feature(RULE, hashOf(rule.name), tag), feature(PHRASE, hashOf(phrase), tag));
  }
  addMarks(found, MARK, sentence.text);
  if (sentence.marked) found.push(feature(MARK, hashOf("asks")));
  addPlace(found, at, sentences.length, words.length);
  addEcho(found, words, heard);
  return found;
}

function groupOf(message: string, { stem, traits, start }: Word, at: number, heard: Heard): number {
  if (!traits.isCommon && heard.has(stem)) return ECHO;
  return at > 0 && isName(message, start) ? NAME : traits.group;
}

const CAPITAL = /\p{Lu}\p{Ll}/uy;

function isName(message: string, start: number): boolean {
  CAPITAL.lastIndex = start;
  return CAPITAL.test(message);
}

function addNeighbours(found: Feature[], said: readonly number[], groups: readonly number[]): void {
  for (let i = 0; i + 1 < said.length; i++) {
    const a = said[i] as number;
    const b = said[i + 1] as number;
    const c = said[i + 2];
    const ga = groups[i] as number;
    const gb = groups[i + 1] as number;
    const gc = groups[i + 2];
    const gd = groups[i + 3];
    const isPlain = a === ga && b === gb;
    found.push(feature(PAIR, a, b));
    if (!isPlain) found.push(feature(GROUP_PAIR, ga, gb));
    if (c === undefined || gc === undefined) continue;
    found.push(feature(TRIPLE, a, b, c), feature(OVER_ONE, ga, gc));
    if (!isPlain || c !== gc) found.push(feature(GROUP_TRIPLE, ga, gb, gc));
    if (gd !== undefined) found.push(feature(OVER_TWO, ga, gd));
  }
}

function addMarks(found: Feature[], kind: number, text: string): void {
  if (text.includes("?")) found.push(feature(kind, hashOf("?")));
  if (text.includes("!")) found.push(feature(kind, hashOf("!")));
  if (text.includes("!!")) found.push(feature(kind, hashOf("!!")));
  if (/[A-Z]{4}/.test(text)) found.push(feature(kind, hashOf("CAPITALS")));
  if (/\d/.test(text)) found.push(feature(kind, hashOf("#")));
  if (/["“”]/.test(text)) found.push(feature(kind, hashOf('"')));
  if (/[:;]/.test(text)) found.push(feature(kind, hashOf(":")));
  if (!/[^\p{ASCII}]/u.test(text)) return;
  for (const [emoji] of text.matchAll(/\p{Extended_Pictographic}/gu))
    found.push(feature(kind, hashOf(emoji)), feature(kind, hashOf("emoji")));
}

function addPlace(found: Feature[], at: number, of: number, length: number): void {
  if (at === 0) found.push(feature(PLACE, hashOf("first")));
  if (at === of - 1) found.push(feature(PLACE, hashOf("last")));
  if (of === 1) found.push(feature(PLACE, hashOf("only")));
  found.push(feature(LENGTH, LENGTHS.filter((limit) => length >= limit).length));
}

function addEcho(found: Feature[], words: readonly Word[], heard: Heard): void {
  const { shared, content } = echoOf(words, heard);
  const numbers = words.filter((word) => startsWithDigit(word.stem));
  const known = numbers.filter((word) => heard.has(word.stem)).length;
  const about = [SELF, US, YOU].reduce(
    (sum, list, at) => sum + (words.some((word) => list.has(word.text)) ? 2 ** at : 0),
    0,
  );
  const denies = words.some((word) => DENIED.has(word.text));
  found.push(
    feature(SHARED, Math.min(shared, 4)),
    feature(SHARE, content > 0 ? Math.round((4 * shared) / content) : -1),
    feature(NUMBERS, Math.min(known, 2), numbers.length > known ? 1 : 0),
    feature(ABOUT, about),
    feature(DENIES, about, denies ? 1 : 0),
    feature(ABOUT_SHARED, about, Math.min(shared, 3)),
  );
}

/** What can be told of a whole message beside its sentences: how many there are, and what was said to it. */
export function featuresBeside(sentences: number, customerSaid: string): Feature[] {
  return [feature(SENTENCES, Math.min(sentences, 6)), ...featuresOfLine(customerSaid)];
}

const MOST_LINES = 500;

// A customer says the same lines to many.
const featuresOfLine = onceAText(MOST_LINES, (line) => {
  const words = wordsOf(line.slice(0, 4_000));
  const found = words.map((word) => feature(OF_CUSTOMER, word.traits.hash));
  addMarks(found, CUSTOMER_MARK, line);
  found.push(feature(CUSTOMER_LENGTH, [5, 12, 25].filter((limit) => words.length >= limit).length));
  return found;
});

/** So many words of a sentence from one on, and what can be told of them together. */
export type Run = { from: number; length: number; feature: Feature };

/** The words of a sentence one by one and by twos and threes. */
export function runsOf({ words }: Sentence): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length; from++) {
    const first = (words[from] as Word).traits.hash;
    const second = words[from + 1]?.traits.hash;
    const third = words[from + 2]?.traits.hash;
    runs.push({ from, length: 1, feature: feature(WORD, first) });
    if (second === undefined) continue;
    runs.push({ from, length: 2, feature: feature(PAIR, first, second) });
    if (third !== undefined) runs.push({ from, length: 3, feature: feature(TRIPLE, first, second, third) });
  }
  return runs;
}
