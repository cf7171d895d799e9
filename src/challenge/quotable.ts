import { sentencesOf } from "../skills/sentences.ts";
import { hearBack, surely } from "./hear-back.ts";
import { readToPersona } from "./read-to-persona.ts";
import type { Story } from "./story.ts";

const LONGEST = 300;
const MOST_SENTENCES = 3;

/**
 * The line of an answer that is worth showing to others: the shortest that says back a fact and a feeling of the story,
 * and in which the reader sees a specific validation and nothing that inflames. Nothing where there is none.
 */
export function quotableIn(story: Story, text: string): string | undefined {
  const sentences = sentencesOf(text);
  for (let length = 1; length <= MOST_SENTENCES; length++)
    for (let at = 0; at + length <= sentences.length; at++) {
      const [first, last] = [sentences[at], sentences[at + length - 1]];
      const line = first && last ? text.slice(first.start, last.end) : "";
      if (line && line.length <= LONGEST && isWorthShowing(story, line)) return line.replace(/\s+/g, " ");
    }
  return undefined;
}

function isWorthShowing(story: Story, line: string): boolean {
  const { facts, feelings } = hearBack(story, line);
  if (surely(facts).length === 0 || surely(feelings).length === 0) return false;
  const { validation, escalating } = readToPersona(story, line);
  const isSpecific = validation.level === 2 && validation.certainty !== "unsure";
  return isSpecific && escalating.every(({ certainty }) => certainty === "unsure");
}
