import { readToPersona } from "./read-to-persona.ts";
import type { Story } from "./story.ts";

/** What a question to the persona is like: it opens something, asks for what was told, can be answered in a word, or asks nothing. */
const ASKED_KINDS = ["open", "told", "closed", "none"] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** What a question is like, and which facts it asks for that the story leaves out. */
export type Asked = { kind: AskedKind; untold: string[] };

/** Reads a question to the persona. */
export function askedIn(story: Story, question: string): Asked {
  const { question: skill, asks } = readToPersona(story, question);
  const wanted = story.askable.filter(({ id }) => asks.includes(id));
  const untold = wanted.filter(({ told }) => !told).map(({ id }) => id);
  const isAsking = skill.level > 0 || question.includes("?");
  if (!isAsking) return { kind: "none", untold: [] };
  if (wanted.length > 0 && untold.length === 0) return { kind: "told", untold };
  return { kind: skill.level === 2 && skill.certainty !== "unsure" ? "open" : "closed", untold };
}
