import { echoOf, type Heard } from "./echo.ts";
import { EVERY_BOOK } from "./english/book.ts";
import { COMMON } from "./english/everyday-words.ts";
import { GROUPS } from "./english/groups.ts";
import { matchesOf } from "./rules.ts";
import type { Sentence } from "./sentences.ts";
import { stem, type Word, wordsOf } from "./words.ts";

const SELF = new Set(["i", "my", "me", "mine"]);
const US = new Set(["we", "our", "us"]);
const YOU = new Set(["you", "your", "yours"]);
const DENIED = new Set(["not", "no", "never", "nothing", "nobody"]);
const LENGTHS = [3, 6, 10, 16, 25];

/**
 * What can be told of a sentence without judging it, each as a short name such as `w:refund` or `r:calm-down`:
 * its words and their neighbours, the same with word groups and the customer's words marked, the rules it meets, its shape.
 */
export function featuresOf(
  message: string,
  sentences: readonly Sentence[],
  at: number,
  heard: Heard,
): string[] {
  const sentence = sentences[at] as Sentence;
  const found = new Set<string>();
  const said = sentence.words.map((word) => word.text);
  const echoed = said.map((word) => !COMMON.has(word) && heard.has(stem(word)));
  const groups = sentence.words.map((word, i) => groupOf(message, word, i, echoed[i] === true));
  addWords(found, said, groups);
  addNeighbours(found, ["^", ...said, "$"], ["^", ...groups, "$"]);
  for (const clause of sentence.clauses.slice(1)) {
    const [first, second] = clause.words;
    if (first) found.add(`cs:${first.text}`);
    if (first && second) found.add(`cs:${first.text} ${second.text}`);
  }
  for (const book of EVERY_BOOK) {
    for (const { rule, phrase } of matchesOf(book, sentence)) {
      found.add(`r:${rule.name}:${rule.tag}`);
      found.add(`p:${phrase}:${rule.tag}`);
    }
  }
  addMarks(found, sentence);
  addPlace(found, at, sentences.length, said.length);
  addEcho(found, sentence, said, heard);
  return [...found];
}

function groupOf(message: string, word: Word, at: number, echoed: boolean): string {
  if (echoed) return "ECHO";
  const raw = message.slice(word.start, word.end);
  if (at > 0 && /^\p{Lu}\p{Ll}/u.test(raw)) return "NAME";
  return GROUPS.get(word.text) ?? (/^\d/.test(word.text) ? "#" : word.text);
}

function addWords(found: Set<string>, said: readonly string[], groups: readonly string[]): void {
  said.forEach((word, i) => {
    found.add(`w:${word}`);
    const stemmed = stem(word);
    if (stemmed !== word) found.add(`s:${stemmed}`);
    if (groups[i] !== word) found.add(`c:${groups[i]}`);
    if (word.length < 4) return;
    const framed = `<${word}>`;
    for (let from = 0; from + 4 <= framed.length && from < 20; from++)
      found.add(`g:${framed.slice(from, from + 4)}`);
  });
}

function addNeighbours(found: Set<string>, said: readonly string[], groups: readonly string[]): void {
  for (let i = 0; i + 1 < said.length; i++) {
    const pair = `${said[i]} ${said[i + 1]}`;
    const grouped = `${groups[i]} ${groups[i + 1]}`;
    found.add(`b:${pair}`);
    if (grouped !== pair) found.add(`d:${grouped}`);
    if (i + 2 >= said.length) continue;
    const triple = `${pair} ${said[i + 2]}`;
    const groupedTriple = `${grouped} ${groups[i + 2]}`;
    found.add(`t:${triple}`);
    found.add(`k:${groups[i]} * ${groups[i + 2]}`);
    if (groupedTriple !== triple) found.add(`e:${groupedTriple}`);
    if (i + 3 < said.length) found.add(`k:${groups[i]} ** ${groups[i + 3]}`);
  }
}

function addMarks(found: Set<string>, sentence: Sentence): void {
  const { text } = sentence;
  if (sentence.marked) found.add("m:?");
  if (text.includes("?")) found.add("m:anyq");
  if (text.endsWith("!")) found.add("m:!");
  if (text.includes("!!")) found.add("m:!!");
  if (/[A-Z]{4}/.test(text)) found.add("m:CAPS");
  if (/\d/.test(text)) found.add("m:#");
  if (/["“”]/.test(text)) found.add("m:quote");
  if (/[:;]/.test(text)) found.add("m:colon");
  for (const [emoji] of text.matchAll(/\p{Extended_Pictographic}/gu))
    found.add(`emo:${emoji}`).add("m:emoji");
}

function addPlace(found: Set<string>, at: number, of: number, length: number): void {
  if (at === 0) found.add("pos:first");
  if (at === of - 1) found.add("pos:last");
  if (of === 1) found.add("pos:only");
  found.add(`len:${LENGTHS.filter((limit) => length >= limit).length}`);
}

function addEcho(found: Set<string>, sentence: Sentence, said: readonly string[], heard: Heard): void {
  const { shared, content } = echoOf(sentence.words, heard);
  found.add(`ec:${Math.min(shared, 4)}`);
  found.add(`er:${content > 0 ? Math.round((4 * shared) / content) : "n"}`);
  const numbers = said.map(stem).filter((word) => /^\d/.test(word));
  const known = numbers.filter((number) => heard.has(number)).length;
  found.add(`en:${Math.min(known, 2)}${numbers.length > known ? "n" : ""}`);
  const about = [SELF, US, YOU].map((list) => (said.some((word) => list.has(word)) ? 1 : 0)).join("");
  found.add(`per:${about}`);
  found.add(`pn:${about}${said.some((word) => DENIED.has(word)) ? "!" : ""}`);
  found.add(`pe:${about}${Math.min(shared, 3)}`);
}

/** What can be told of a whole message: everything of its sentences, how many there are, and what was said to it. */
export function featuresOfAll(ofSentences: readonly (readonly string[])[], customerSaid: string): string[] {
  const found = new Set(ofSentences.flat());
  found.add(`n:${Math.min(ofSentences.length, 6)}`);
  const words = wordsOf(customerSaid.slice(0, 4_000)).map((word) => word.text);
  for (const word of words) found.add(`cu:${word}`);
  if (customerSaid.includes("?")) found.add("cum:?");
  if (customerSaid.includes("!")) found.add("cum:!");
  if (/[A-Z]{4}/.test(customerSaid)) found.add("cum:CAPS");
  found.add(`cul:${[5, 12, 25].filter((limit) => words.length >= limit).length}`);
  return [...found];
}
