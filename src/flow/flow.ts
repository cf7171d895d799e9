import type { Amount } from "./amount.ts";
import type { Sign } from "./signs.ts";

/** One thing the persona may say, with a milder wording for a softened practice where the trainer gave one. */
export type Line = { say: string; softer?: string | undefined };

/** How far meters move; a meter always stays within 0 and 100. */
export type Change = Record<string, number>;

/** One condition of a rule; all of a rule's conditions must hold. */
export type Need =
  | { kind: "meter"; meter: string; amount: Amount }
  | { kind: "turns"; amount: Amount }
  | { kind: "heard"; signs: Sign[]; expected: boolean }
  | { kind: "knows"; facts: string[]; expected: boolean }
  | { kind: "in-a-row"; sign: Sign; count: number }
  | { kind: "times"; sign: Sign; count: number };

/** What happens after a message that fits: `line` is where the trainer wrote it (1-based). */
export type Rule = {
  line: number;
  when: Sign[];
  without: Sign[];
  needs: Need[];
  feel: Change;
  says: Line[];
  go: string | undefined;
  because: string | undefined;
};

/** How one speaks of a persona; "they" also where the trainer says nothing. */
export const PRONOUNS = ["she", "he", "they"] as const;
export type Pronoun = (typeof PRONOUNS)[number];

/** The three skills as trainers write them; the reader calls the last one `deescalation`. */
export const SKILL_NAMES = ["validation", "question", "de-escalation"] as const;
export type SkillName = (typeof SKILL_NAMES)[number];

export type Mood = {
  line: number;
  emoji: string;
  feels: string;
  callsFor: SkillName[];
  hints: string[];
  says: Line[];
  rules: Rule[];
};

/** Something the persona tells only when asked; `known` was told in the opening already. */
export type Fact = {
  id: string;
  asked: string[];
  reveals: Line[];
  refuses: Line[];
  needs: Need[];
  known: boolean;
};

/** Something that can be heard in a story, and groups of words of which a sentence that says it back has one. */
export type Hearable = { id: string; what: string; words: string[] };

/** What the persona tells at one go where a team listens, and what there is to hear in it. */
export type ToldStory = { tells: string[]; facts: Hearable[]; feelings: Hearable[] };

export type Meter = { start: number; better: "high" | "low" };

export type Ending = { outcome: "good" | "mixed" | "bad"; says: Line[]; debrief: string };

export type Feedback = { wellDone: string | undefined; missed: string | undefined; try: string[] };

/** One step of a sample conversation; `line` is where the trainer wrote it (1-based). */
export type TestStep = {
  line: number;
  show: Sign[];
  asks: string[];
  say: string | undefined;
  idle: boolean;
  expect: {
    mood: string | undefined;
    ending: string | undefined;
    facts: string[];
    shows: Sign[];
    not: Sign[];
  };
};

export type FlowTest = { name: string; line: number; seed: number; talk: TestStep[]; ends: string[] };

/** Reactions and feedback that several flows share. */
export type SharedParts = {
  id: string;
  file: string;
  source: string;
  reactions: Partial<Record<Sign, Change>>;
  feedback: Partial<Record<Sign, Feedback>>;
};

/** A difficult customer as a trainer wrote it; times in ms, meters 0–100. */
export type Flow = {
  id: string;
  file: string;
  hash: string;
  source: string;
  /** The shared parts that went into it. */
  uses: SharedParts[];
  version: number;
  language: string;
  title: string;
  about: string;
  level: "easy" | "medium" | "hard";
  minutes: number;
  tags: string[];
  /** Where the practice should be hard, and why; for trainers. */
  hardPart: string | undefined;
  /** Who has answered for words that a check alone would not let pass. */
  reviewedBy: string | undefined;
  quietMs: number;
  care: { heavy: boolean; before: string | undefined; after: string | undefined };
  persona: {
    name: string;
    pronoun: Pronoun;
    emoji: string;
    backstory: string;
    stakes: string[];
    feelings: string[];
  };
  facts: Fact[];
  /** What the persona says to a question for none of the facts; the mood's lines are said where there is nothing. */
  unknown: Line[];
  /** For listening games; a fact of the same name is the same fact. */
  story: ToldStory | undefined;
  meters: Record<string, Meter>;
  reactions: Partial<Record<Sign, Change>>;
  start: string;
  opens: Line[];
  moods: Record<string, Mood>;
  anywhere: Rule[];
  limits: { line: number; needs: Need[]; go: string; because: string | undefined }[];
  idle: { line: number; afterMs: number; feel: Change; says: Line[] } | undefined;
  endings: Record<string, Ending>;
  aims: Record<SkillName, number>;
  feedback: Partial<Record<Sign, Feedback>>;
  tests: FlowTest[];
};
