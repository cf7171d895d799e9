import type { Example } from "../labels.ts";
import { NO_CONTEXT, type Reading } from "../reading.ts";
import { type Answers, ASKED, type Asked, answered, labelled, quotesAgree, TAGS } from "./answers.ts";
import { kappaOf, type Score, scoreOf } from "./score.ts";

/** How well some answers agree with the labels, per label; kappa only where there are levels. */
export type Agreement = Record<Asked, Score & { kappa: number }>;

/** Whatever reads a reply. */
export type Reader = (message: string, customerSaid: string, context: typeof NO_CONTEXT) => Reading;

/** How well the reader does on labelled replies: the numbers behind the card and the gate. */
export type Card = {
  replies: number;
  agreement: Agreement;
  tags: Record<string, Score>;
  quotes: number;
  /** Of the findings that are stated as sure, the share that is right, per label. */
  sure: Record<Asked, { right: number; said: number }>;
};

/** Compares answers with labels for everything that is asked. */
export function agreementOf(answers: readonly Answers[], examples: readonly Example[]): Agreement {
  const labels = examples.map(labelled);
  const of = (asked: Asked) => ({
    ...scoreOf(
      answers.map((one) => one[asked] > 0),
      labels.map((one) => one[asked] > 0),
    ),
    kappa: kappaOf(
      answers.map((one) => one[asked]),
      labels.map((one) => one[asked]),
    ),
  });
  return Object.fromEntries(ASKED.map((asked) => [asked, of(asked)])) as Agreement;
}

/** Measures a reader on labelled replies. */
export function cardOf(reader: Reader, examples: readonly Example[]): Card {
  const readings = examples.map((one) => reader(one.reply, one.customer, NO_CONTEXT));
  const answers = readings.map(answered);
  const labels = examples.map(labelled);
  const tags = TAGS.map((tag) => [
    tag,
    scoreOf(
      answers.map((one) => one.tags.includes(tag)),
      labels.map((one) => one.tags.includes(tag)),
    ),
  ]);
  const quotes = readings.map((reading, at) => quotesAgree(reading, examples[at] as Example));
  const sum = (part: "agree" | "found") => quotes.reduce((all, one) => all + one[part], 0);
  return {
    replies: examples.length,
    agreement: agreementOf(answers, examples),
    tags: Object.fromEntries(tags),
    quotes: sum("agree") / sum("found"),
    sure: Object.fromEntries(ASKED.map((asked) => [asked, sureOf(asked, readings, labels)])) as Card["sure"],
  };
}

function sureOf(asked: Asked, readings: readonly Reading[], labels: readonly Answers[]) {
  const sure = readings
    .map((reading, at) => ({ said: isSure(reading, asked), label: (labels[at] as Answers)[asked] }))
    .filter((one) => one.said);
  return { right: sure.filter((one) => one.label > 0).length, said: sure.length };
}

function isSure(reading: Reading, asked: Asked): boolean {
  if (asked === "escalating") return reading.escalating.some((one) => one.certainty === "sure");
  if (asked === "solution") return reading.solution.present && reading.solution.certainty === "sure";
  return reading[asked].level > 0 && reading[asked].certainty === "sure";
}
