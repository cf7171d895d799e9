import type { z } from "zod";
import { deskNames } from "../../store/desk-place.ts";
import { callAnew } from "../../workshop/call-anew.ts";
import { nameFor, newFlow } from "../../workshop/new-flow.ts";
import { type Asked, QUESTIONS } from "./questions.ts";

/** A flow that is begun and not saved yet. */
export type Begun = { name: string; source: string };

/** Not everything is filled in that has to be; `blanks` says at each field what belongs there. */
export class NotFilledIn extends Error {
  readonly blanks: Record<string, string>;
  constructor(blanks: Record<string, string>) {
    super("Nothing is lost. Fill in what is still missing, and try again.");
    this.blanks = blanks;
  }
}

const WANTED: Record<string, string> = {
  name: "Write the customer's name, such as Rosa Lindqvist.",
  happened: "Write in a sentence what has happened to them, such as: The tent tore on its first night.",
  stakes: "Write at least one thing that hangs on it, such as: the children.",
  feelings: "Write at least one feeling, such as: let down.",
  "fact.about": "Write what they tell only when asked, such as: when they travel on.",
  "fact.told": "Write how they would say it, such as: We leave for the coast on Thursday.",
  offer: "Write what the trainee can do for them, such as: send another tent.",
};

/**
 * Begins a flow with the answers to a few questions.
 * @throws {NotFilledIn} with what is missing.
 */
export function draftFlow(folder: string, asked: unknown): Begun {
  const answers = QUESTIONS.draft.safeParse(asked);
  if (!answers.success) throw new NotFilledIn(blanksIn(answers.error));
  const id = freeName(folder, nameFor(answers.data.happened));
  return { name: `${id}.yml`, source: newFlow(answers.data, id) };
}

// One entry of a list is told at the list.
function blanksIn({ issues }: z.ZodError): Record<string, string> {
  const fields = issues.map(({ path, code }) => {
    const field = path.filter((part) => typeof part === "string").join(".");
    return [
      field,
      code === "too_big" ? "This is longer than it can be. A few words are enough." : WANTED[field],
    ];
  });
  return Object.fromEntries(fields.filter(([, words]) => words !== undefined));
}

/**
 * Begins a flow with the text of another one, under a name of its own.
 * @throws {NotFilledIn} when there is no name.
 */
export function copyFlow({ source, to }: Asked<"copy">): Begun {
  const id = idFor(to);
  return { name: `${id}.yml`, source: callAnew(source, id) };
}

/**
 * The name that a file gets when somebody calls it like this.
 * @throws {NotFilledIn} when there is nothing to make a name of.
 */
export function idFor(words: string): string {
  if (!/[\p{L}\p{N}]/u.test(words))
    throw new NotFilledIn({ to: "Write a name, such as late-delivery-in-spain." });
  return nameFor(words.replace(/\.ya?ml$/i, ""));
}

function freeName(folder: string, id: string): string {
  const taken = deskNames(folder).map((name) => name.toLowerCase());
  const isFree = (one: string) => !taken.includes(`${one}.yml`);
  if (isFree(id)) return id;
  let number = 2;
  while (!isFree(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
