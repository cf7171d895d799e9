import type { Step } from "./phrases.ts";
import { startsWithDigit } from "./traits.ts";

/** A step that is taken by a word. */
export type WordStep = Step & { kind: "word" };

/**
 * Which words fit which steps, worked out once, as thousands of steps are tried for every message: each word that a step
 * names has a number, and for each of them there is a bit for every step.
 */
export type Fits = { numbers: ReadonlyMap<string, number>; bits: Uint32Array; bitsOfWord: number };

/** The number of words that no step names. */
export const UNNAMED = -1;

/** Works out which words fit which of all steps that were read together. */
export function fitsOf(steps: readonly WordStep[]): Fits {
  const named = [...new Set(steps.flatMap((step) => [...step.words]))];
  const numbers = new Map(named.map((word, number) => [word, number]));
  const bitsOfWord = 32 * Math.ceil((1 + Math.max(0, ...steps.map((step) => step.id))) / 32);
  const bits = new Uint32Array((named.length * bitsOfWord) / 32);
  for (const step of steps) {
    const isOpen = step.any || step.number || step.prefixes.length > 0;
    const fitting = isOpen
      ? named.filter((word) => step.words.has(word) || fitsUnnamed(step, word))
      : step.words;
    for (const word of fitting) {
      const at = (numbers.get(word) as number) * bitsOfWord + step.id;
      bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
    }
  }
  return { numbers, bits, bitsOfWord };
}

/** The number of a word. */
export function numberOf({ numbers }: Fits, text: string): number {
  return numbers.get(text) ?? UNNAMED;
}

/** Whether the word of this number, spelt so, fits a step. */
export function isFit({ bits, bitsOfWord }: Fits, step: WordStep, number: number, text: string): boolean {
  if (number === UNNAMED) return fitsUnnamed(step, text);
  const at = number * bitsOfWord + step.id;
  return (((bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;
}

function fitsUnnamed({ any, number, prefixes }: WordStep, text: string): boolean {
  if (any || (number && startsWithDigit(text))) return true;
  return prefixes.length > 0 && prefixes.some((prefix) => text.startsWith(prefix));
}
