import { effort } from "../session/effort.ts";
import { inShort } from "../session/in-short.ts";
import type { NextStep, Place, StepSeen, Went } from "./place.ts";

/** Whether these words ask for the paths there are, or for one's place on one. */
export const asksForPaths = (text: string): boolean =>
  /^(?:show )?(?:me )?(?:my |the )?paths?$/.test(inShort(text));

/** A step in a sentence: "Step 2 of 5 on “Your first week”, meant for day 2." */
export const tellStep = ({ n, of, path, day }: Pick<NextStep, "n" | "of" | "path" | "day">): string =>
  `Step ${n} of ${of} on “${path}”${day === undefined ? "" : `, meant for day ${day}`}.`;

/** What comes next on a path: the customer, how hard, how long, and the goal. */
export const tellNextStep = (step: NextStep): string =>
  `${tellStep(step)} ${step.flow.title}. ${effort(step.flow)}. Goal: ${step.goal}`;

/** Every step of a path on a line of its own: what is done and how it went, what is next, what is to come. */
export const tellSteps = (place: Place): string[] =>
  place.steps.map((step) => {
    const title = step.flow?.title ?? step.name;
    if (step.went) return `${step.n}. ${title}: done. ${tellWent(step.went)}`.trim();
    if (!step.flow) return `${step.n}. ${title}: not available just now.`;
    return `${step.n}. ${title}${step.n === place.next?.n ? ": next" : ""}. ${effort(step.flow)}.`;
  });

const WENT = {
  good: "{name} went away content.",
  mixed: "{name} left it there.",
  bad: "{name} ended the talk.",
} as const;

/** How a talk on a path went, in words. */
const tellWent = (went: Went): string =>
  went === "unknown" ? "" : WENT[went.outcome].replace("{name}", went.persona);

/** What to say where steps are left, and none of them can be taken. */
export const NOTHING_NEXT =
  "What is left of this path can't be practised just now. Your place is kept, and it goes on when its customers are back.";

/** Said of a path that is no longer offered, to somebody who is on it. */
export const tellGone = (title: string): string =>
  `The path “${title}” is not offered at the moment. What you practised stays yours, and if it comes back, so does your place.`;

/** What somebody reads who has come to the end of a path. */
export function tellFinished({ path, steps }: Place): string {
  const met = new Set(steps.map(({ name }) => name)).size;
  const people =
    met === 1
      ? "One difficult customer, and you stayed with them"
      : `${inWords(met)} difficult customers, and you stayed with each of them`;
  return `You have come to the end of “${path.title}”. ${people} to the last line. That takes patience, and nobody can take it from you: be a little proud today.`;
}

const NUMBERS = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const inWords = (number: number) => NUMBERS[number] ?? String(number);

/** The step that a practice was, once it is done: its number and how it went. */
export const tellDone = ({ n, went }: StepSeen): string =>
  `Step ${n} is done. ${went ? tellWent(went) : ""}`.trim();
