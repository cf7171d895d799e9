import type { Example } from "../labels.ts";
import { ESCALATIONS, type Evidence, FAULTS, type Reading } from "../reading.ts";

/** What is asked of a reader about every reply. */
export const ASKED = ["validation", "question", "deescalation", "solution", "escalating"] as const;
export type Asked = (typeof ASKED)[number];

/** What someone or something says of one reply, as levels (0–2; solution and escalating 0 or 1) and tags. */
export type Answers = Record<Asked, number> & { tags: readonly string[] };

/** What the labels say. */
export function labelled(example: Example): Answers {
  const { validation, question, deescalation, solution, escalating, faults } = example;
  const inflames = Number(escalating.length > 0);
  return {
    validation,
    question,
    deescalation,
    solution,
    escalating: inflames,
    tags: [...escalating, ...faults],
  };
}

/** What a reading says. */
export function answered(reading: Reading): Answers {
  return {
    validation: reading.validation.level,
    question: reading.question.level,
    deescalation: reading.deescalation.level,
    solution: Number(reading.solution.present),
    escalating: Number(reading.escalating.length > 0),
    tags: [...reading.escalating, ...reading.faults].map((one) => one.tag),
  };
}

/** Every tag that an answer may hold. */
export const TAGS: readonly string[] = [...ESCALATIONS, ...FAULTS];

/** Of the findings that are right, how many quote words that the labelled evidence quotes as well. */
export function quotesAgree(reading: Reading, example: Example): { agree: number; found: number } {
  const { validation, question, deescalation, solution, escalating, faults } = reading;
  const found: [string, Evidence[]][] = [
    ...Object.entries({ validation, question, deescalation, solution }).map(
      ([name, one]): [string, Evidence[]] => [name, one.evidence],
    ),
    ...[...escalating, ...faults].map((one): [string, Evidence[]] => [one.tag, one.evidence]),
  ];
  const right = found.filter(
    ([name, quotes]) => quotes.length > 0 && (example.evidence[name] ?? []).length > 0,
  );
  const agree = right.filter(([name, quotes]) =>
    (example.evidence[name] ?? []).some((quote) => {
      const at = example.reply.indexOf(quote);
      return quotes.some((one) => at >= 0 && one.start < at + quote.length && one.end > at);
    }),
  );
  return { agree: agree.length, found: right.length };
}
