import type { Context } from "./reading.ts";
import { wordsOf } from "./words.ts";

/** The ids of the facts that these questions ask for. */
export function factsAskedFor(questions: readonly string[], facts: Context["facts"]): string[] {
  if (questions.length === 0 || facts.length === 0) return [];
  const said = questions.map(stems);
  const isSaid = (asked: string) => said.some((one) => one.includes(asked));
  return facts.filter((fact) => stemsOfAsked(fact.asked).some(isSaid)).map((fact) => fact.id);
}

// A flow's words stay the same from message to message.
const ofAsked = new WeakMap<readonly string[], string[]>();

function stemsOfAsked(asked: readonly string[]): string[] {
  const known = ofAsked.get(asked);
  if (known !== undefined) return known;
  const worked = asked.map(stems).filter((one) => one !== NO_WORDS);
  ofAsked.set(asked, worked);
  return worked;
}

// With a space on either side, so that only whole words are found in one another.
function stems(text: string): string {
  const words = wordsOf(text);
  return ` ${words.map((word) => word.stem).join(" ")} `;
}

const NO_WORDS = "  ";
