import { ENGLISH } from "./english/judge.ts";
import { shownBy } from "./evidence.ts";
import type { Judgement } from "./judge.ts";
import type { Label } from "./labels.ts";
import type { Observed } from "./observe.ts";
import type { Finding } from "./reading.ts";

/** A message on its way to being read: its text, taken apart, and judged. */
export type Part = { text: string; observed: Observed; judgement: Judgement };

/** The words that show something, and why. */
export function shown({ text, observed, judgement }: Part, label: Label, ruled: Finding | undefined) {
  return shownBy(text, ENGLISH, observed, judgement, label, ruled);
}
