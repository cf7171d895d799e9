import type { Context } from "./reading.ts";
import { wordsOf } from "./words.ts";

/** The ids of the facts that these questions ask for. */
export function factsAskedFor(questions: readonly string[], facts: Context["facts"]): string[] {
  if (questions.length === 0 || facts.length === 0) return [];
  const said = questions.map((question) => ` ${stems(question)} `);
  return facts
    .filter((fact) => fact.asked.some((asked) => isAskedIn(said, stems(asked))))
    .map((fact) => fact.id);
}

function isAskedIn(said: readonly string[], asked: string): boolean {
  return asked !== "" && said.some((one) => one.includes(` ${asked} `));
}

function stems(text: string): string {
  return wordsOf(text)
    .map((word) => word.stem)
    .join(" ");
}
