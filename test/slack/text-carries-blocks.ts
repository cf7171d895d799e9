import { expect } from "vitest";
import { type Json, objects } from "../slack-double/blocks.ts";
import type { Message } from "../slack-double/workspace.ts";

/** Screen readers and notifications read the text alone, so every word of the blocks must be in it as well. */
export function expectTextToCarryBlocks({ text, blocks = [] }: Message): void {
  const heard = new Set(wordsOf(text));
  const shown = blocks.flatMap((block) => [
    ...[block.text, ...objects(block.elements)].flatMap(textIn),
    ...(typeof block.alt_text === "string" ? [block.alt_text] : []),
  ]);
  expect(shown.flatMap(wordsOf).filter((word) => !heard.has(word))).toEqual([]);
}

// A button's own label is read out with the button.
const textIn = (part: unknown): string[] => {
  const { type, text } = (part ?? {}) as Json;
  return (type === "mrkdwn" || type === "plain_text") && typeof text === "string" ? [text] : [];
};

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
