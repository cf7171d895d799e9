import { ESCALATIONS, FAULTS } from "./reading.ts";

/** Everything that the learned part of the reader can say of a message, in the order of its weights. */
export const LABELS = [
  "validation-1",
  "validation-2",
  "question-1",
  "question-2",
  "deescalation-1",
  "deescalation-2",
  "solution",
  "escalating",
  ...ESCALATIONS,
  ...FAULTS,
] as const;
export type Label = (typeof LABELS)[number];

/** One labelled reply of the corpus: what it shows, by whom it was written, and the words that show it. */
export type Example = {
  id: string;
  author: string;
  customer: string;
  reply: string;
  validation: number;
  question: number;
  deescalation: number;
  solution: number;
  escalating: string[];
  faults: string[];
  evidence: Record<string, string[]>;
};

const ENOUGH_OVERLAP = 0.35;

/** Whether each label holds for the whole reply, as 0 or 1 in the order of `LABELS`. */
export function labelsOf(example: Example): number[] {
  return LABELS.map((label) => Number(holds(example, label)));
}

function holds(example: Example, label: Label): boolean {
  if (label === "solution") return example.solution > 0;
  if (label === "escalating") return example.escalating.length > 0;
  const graded = /^(validation|question|deescalation)-([12])$/.exec(label);
  if (graded) return example[graded[1] as "validation"] >= Number(graded[2]);
  return example.escalating.includes(label) || example.faults.includes(label);
}

/** Which labels one stretch of the reply shows, going by the quoted evidence. */
export function labelsBetween(example: Example, start: number, end: number): number[] {
  const shown = labelsOf(example).map((label, at) =>
    label === 1 && quotedBetween(example, LABELS[at] as Label, start, end) ? 1 : 0,
  );
  const any = LABELS.indexOf("escalating");
  if (ESCALATIONS.some((tag) => shown[LABELS.indexOf(tag)] === 1)) shown[any] = 1;
  return shown;
}

function quotedBetween(example: Example, label: Label, start: number, end: number): boolean {
  const quotes = example.evidence[label.replace(/-[12]$/, "")] ?? [];
  return quotes.some((quote) => {
    const at = example.reply.indexOf(quote);
    const shared = Math.min(end, at + quote.length) - Math.max(start, at);
    return at >= 0 && shared / Math.min(quote.length, end - start) > ENOUGH_OVERLAP;
  });
}
