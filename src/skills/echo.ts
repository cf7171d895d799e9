import { onceAText } from "./once-a-text.ts";
import type { Context } from "./reading.ts";
import { type Word, wordsOf } from "./words.ts";

/** What this customer has said so far, as the stems of the words that carry it. */
export type Heard = ReadonlySet<string>;

/** How much of what the customer said some words take up: how many of its stems, and how many stems there were in all. */
export type Echo = { shared: number; content: number };

const MOST_TOLD = 20_000;

/** Collects what the customer said: the last message, what was told before, and the stakes and feelings of the persona. */
export function heardFrom(customerSaid: string, context: Context): Heard {
  const said = [customerSaid, ...context.stakes, ...context.feelings, ...context.told.toReversed()];
  const heard = new Set<string>();
  let left = MOST_TOLD;
  for (const line of said) {
    if (left <= 0) break;
    for (const one of contentOfLine(line.slice(0, left))) heard.add(one);
    left -= line.length + 1;
  }
  return heard;
}

const MOST_LINES = 5_000;

// A customer has few lines, and each is looked back at after every message.
const contentOfLine = onceAText(MOST_LINES, (line) => contentOf(wordsOf(line)));

/** Compares words with what the customer said. */
export function echoOf(words: readonly Word[], heard: Heard): Echo {
  const content = new Set<string>();
  let shared = 0;
  for (const { stem, traits } of words) {
    if (!traits.carries || content.has(stem)) continue;
    content.add(stem);
    if (heard.has(stem)) shared++;
  }
  return { shared, content: content.size };
}

/** The stems of the words that carry something of their own. */
export function contentOf(words: readonly Word[]): string[] {
  return words.filter((word) => word.traits.carries).map((word) => word.stem);
}
