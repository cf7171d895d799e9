import { ENOUGH, shareOf } from "../programme/tally.ts";
import type { Asked, AskedKind } from "./asked.ts";
import { type HeardBack, surely } from "./hear-back.ts";
import type { Story } from "./story.ts";

/** What one answer in a listening game came to. */
export type ReadAnswer = { heard: HeardBack; asked: Asked };

/** How many have answered so far, without counting people while they are few. */
export function answersInWords(answers: number): string {
  if (answers === 0) return "No answer has come yet.";
  return answers < ENOUGH ? "The first answers are in." : `${answers} answers are in.`;
}

/**
 * How many said something back, so that nobody stands out: a number from five answers on, unless it is one, none, all or
 * all but one. Of fewer answers, whatever is said of them is said of somebody, so nothing is.
 */
export function howMany(number: number, answers: number): string | undefined {
  if (answers < ENOUGH) return undefined;
  if (number <= 1) return "few or none";
  return number >= answers - 1 ? "nearly all or all" : `${number} of ${answers}`;
}

/** What a channel is told at the end of a listening game, a part each; feelings and facts with how many heard them. */
export function tellHeard(story: Story, answers: readonly ReadAnswer[]): string[] {
  const counted = (part: keyof HeardBack) =>
    story[part].map(({ id, what }) => {
      const number = answers.filter(({ heard }) => surely(heard[part]).some((one) => one.id === id)).length;
      const said = howMany(number, answers.length);
      return `• ${what}${said ? ` Heard by ${said}.` : ""}`;
    });
  const asked = tellQuestions(answers.map(({ asked }) => asked.kind));
  return [
    howManyCame(answers.length),
    ["What there was to hear:", ...counted("facts")].join("\n"),
    ...(story.feelings.length > 0 ? [["And what it felt like:", ...counted("feelings")].join("\n")] : []),
    ...(asked ? [asked] : []),
    ...(answers.length >= ENOUGH ? [CARE] : []),
  ];
}

/** Said below every figure of what was heard. */
export const CARE = "I go by words, so somebody may have heard more than I could spot.";

function howManyCame(answers: number): string {
  if (answers === 0) return "Nobody wrote what they heard this time. The story stays in the thread.";
  return answers < ENOUGH
    ? "A few of you wrote what they heard."
    : `${answers} of you wrote what they heard.`;
}

/** Which questions would have been asked, in words; nothing of fewer than five. */
export function tellQuestions(kinds: readonly AskedKind[]): string | undefined {
  const asking = kinds.filter((kind) => kind !== "none");
  if (asking.length < ENOUGH) return undefined;
  const said = (kind: AskedKind) => {
    const marks = { [kind]: asking.filter((one) => one === kind).length };
    return shareOf({ people: asking.length, marks }, kind);
  };
  const [open, told] = [said("open"), said("told")];
  const parts = [
    ...(open ? [`${open} would have opened something`] : []),
    ...(told ? [`${told} asked for what had been told already`] : []),
  ];
  return parts.length > 0 ? `Of the questions, ${parts.join(", and ")}.` : undefined;
}

/** What the persona says at the end, because at least two wanted to know it and the story leaves it out. */
export function answersTo(story: Story, asked: readonly Asked[]): string[] {
  const wanted = story.askable.map(({ id, answer }) => ({
    answer,
    number: asked.filter(({ untold }) => untold.includes(id)).length,
  }));
  return wanted
    .filter(({ number }) => number >= 2)
    .toSorted((a, b) => b.number - a.number)
    .slice(0, 2)
    .map(({ answer }) => answer);
}
