import type { Context } from "./reading.ts";
import { wordsOf } from "./words.ts";

/** The ids of the facts that these questions ask for. */
export function factsAskedFor(questions: readonly string[], facts: Context["facts"]): string[] {
  if (questions.length === 0 || facts.length === 0) return [];
  const said = questions.map((question) => ` ${stems(question)} `);
  return facts
    .filter((fact) => stemsOfAsked(fact.asked).some((asked) => isAskedIn(said, asked)))
    .map((fact) => fact.id);
}

// A flow's words stay the same from message to message.
const ofAsked = new WeakMap<readonly string[], string[]>();

function stemsOfAsked(asked: readonly string[]): string[] {
  const known = ofAsked.get(asked) ?? asked.map(stems);
  ofAsked.set(asked, known);
  return known;
}

function isAskedIn(said: readonly string[], asked: string): boolean {
  return asked !== "" && said.some((one) => one.includes(` ${asked} `));
}

function stems(text: string): string {
  return wordsOf(text)
    .map((word) => word.stem)
    .join(" ");
}
