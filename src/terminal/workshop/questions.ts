import { z } from "zod";

// Nobody writes more in a talk; a page that does has gone wrong.
const MOST_MOVES = 200;

const name = z.string().max(300);
const source = z.string();
const words = z.string().trim().min(1).max(400);
/** What somebody calls a file; a name is made of it. */
const called = z.string().max(400);
const list = z.array(words).min(1).max(40);

const move = z.discriminatedUnion("type", [
  z.object({ type: z.literal("reply"), text: z.string().min(1).max(10_000) }),
  z.object({ type: z.literal("idle") }),
  z.object({ type: z.literal("soften") }),
]);

/** What the page sends with each of its questions. */
export const QUESTIONS = {
  list: z.object({}),
  /** How many changes the page knows of: it is answered when there were others. */
  changes: z.object({ since: z.int() }),
  schema: z.object({}),
  explained: z.object({}),
  open: z.object({ name }),
  look: z.object({
    name,
    source,
    seed: z.int(),
    moves: z.array(move).max(MOST_MOVES),
    /** The step of the talk that is looked at, whose mood is lit on the map. */
    at: z.int().min(0),
    /** What is on the screen besides the talk. */
    pane: z.enum(["talk", "map", "table", "signs"]),
  }),
  save: z.object({ name, source, mark: z.string().optional() }),
  draft: z.object({
    name: words,
    happened: words,
    stakes: list,
    feelings: list,
    fact: z.object({ about: words, told: words }),
    offer: words,
  }),
  copy: z.object({ source, to: called }),
  /** Which files name this one. */
  mentions: z.object({ name }),
  rename: z.object({ name, source, mark: z.string().optional(), to: called }),
  remove: z.object({ name, mark: z.string() }),
};

/** What can be asked. */
export type Question = keyof typeof QUESTIONS;

/** What is sent with a question. */
export type Asked<Name extends Question> = z.input<(typeof QUESTIONS)[Name]>;
