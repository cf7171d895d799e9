import { CUTS } from "./english/cuts.ts";
import type { Label } from "./labels.ts";
import type { Certainty } from "./reading.ts";

/** From which chance on something is there, and from which on (or below which) that is said without asking. */
export type Cut = { there: number; surelyThere: number; surelyNot: number };

const ON_THE_EDGE = 0.06;

/** Whether something is there, how likely what is said about it is, and how certainly it may be said. */
export function settle(
  label: Label,
  chance: number,
): { there: boolean; confidence: number; certainty: Certainty } {
  const cut = cutOf(label);
  const there = chance >= cut.there;
  const confidence = Number((there ? chance : 1 - chance).toFixed(3));
  return { there, confidence, certainty: certaintyOf(cut, chance, there) };
}

/** Whether something is there, where nothing more is asked. */
export const isThere = (label: Label, chance: number): boolean => chance >= cutOf(label).there;

function certaintyOf(cut: Cut, chance: number, there: boolean): Certainty {
  if (there ? chance >= cut.surelyThere : chance <= cut.surelyNot) return "sure";
  return Math.abs(chance - cut.there) < ON_THE_EDGE ? "unsure" : "likely";
}

function cutOf(label: Label): Cut {
  return CUTS[label] ?? CUTS.other;
}
