import { read } from "../skills/read.ts";
import type { Reading } from "../skills/reading.ts";
import type { Story } from "./story.ts";

/** What words to the persona show, with the whole story in mind. */
export function readToPersona({ persona, tells, askable }: Story, words: string): Reading {
  const facts = askable.map(({ id, asked }) => ({ id, asked }));
  const { stakes, feelings } = persona;
  const context = { facts, stakes, feelings, told: tells.slice(0, -1), earlier: [] };
  return read(words, tells.at(-1) ?? "", context);
}
