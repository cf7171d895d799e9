import { ABBREVIATED, ENDS_CLAUSE } from "./english/grammar.ts";
import { type Word, wordsOf } from "./words.ts";

/** A stretch of the message, with its words. */
export type Clause = { text: string; start: number; end: number; words: Word[] };

/** A sentence of the message, the clauses it is made of, and whether it ends in a question mark. */
export type Sentence = Clause & { clauses: Clause[]; marked: boolean };

const LONGEST = 600;
const MAY_END =
  /[.!?…]+["'”’)\]]*|\n+|\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})*/gu;

/** Splits a message into sentences and their clauses; every one of them is an exact slice of it and has words. */
export function sentencesOf(message: string): Sentence[] {
  return pieces(0, sentenceEnds(message)).flatMap((piece) => {
    const whole = clauseOf(message, piece.start, piece.end);
    if (whole === undefined || whole.words.length === 0) return [];
    const cuts = endsOf(ENDS_CLAUSE, whole.text).map((end) => whole.start + end);
    const clauses = pieces(whole.start, [...cuts, whole.end]).flatMap(
      (part) => clauseOf(message, part.start, part.end, whole.words) ?? [],
    );
    for (const clause of clauses) if (clause.words[0]) clause.words[0].opens = true;
    return [{ ...whole, clauses, marked: /\?[^\p{L}\p{N}]*$/u.test(whole.text.slice(-12)) }];
  });
}

// Where everything ends that is found.
function endsOf(sought: RegExp, text: string): number[] {
  const ends: number[] = [];
  sought.lastIndex = 0;
  while (sought.test(text)) ends.push(sought.lastIndex);
  return ends;
}

function sentenceEnds(message: string): number[] {
  const ends = [0];
  for (const match of message.matchAll(MAY_END)) {
    const end = match.index + match[0].length;
    if (/^[.!?…]/.test(match[0]) && /^[\p{L}\p{N}]/u.test(message.slice(end, end + 2))) continue;
    if (match[0] === "." && ABBREVIATED.test(message.slice(Math.max(0, end - 9), end))) continue;
    ends.push(...roomBetween(message, ends.at(-1) ?? 0, end), end);
  }
  return [...ends, ...roomBetween(message, ends.at(-1) ?? 0, message.length), message.length];
}

/** Where to cut a stretch that nobody punctuated, so that no sentence is endless. */
function roomBetween(message: string, from: number, to: number): number[] {
  const cuts: number[] = [];
  let last = from;
  while (to - last > LONGEST) {
    last = roomBefore(message, last);
    cuts.push(last);
  }
  return cuts;
}

function roomBefore(message: string, from: number): number {
  const space = message.lastIndexOf(" ", from + LONGEST);
  if (space > from) return space;
  const unit = message.charCodeAt(from + LONGEST);
  return from + LONGEST + (unit >= 0xdc00 && unit <= 0xdfff ? 1 : 0);
}

function pieces(from: number, ends: number[]): { start: number; end: number }[] {
  let start = from;
  return ends.map((end) => {
    const piece = { start, end };
    start = end;
    return piece;
  });
}

function clauseOf(message: string, from: number, to: number, known?: Word[]): Clause | undefined {
  const raw = message.slice(from, to);
  const text = raw.trim();
  if (text === "") return undefined;
  const start = from + raw.indexOf(text);
  const end = start + text.length;
  const words = known?.filter((word) => word.start >= start && word.start < end) ?? wordsOf(text, start);
  return { text, start, end, words };
}
