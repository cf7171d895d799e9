import type { Sign } from "../flow/signs.ts";
import type { Moment } from "./moment.ts";

/** Something a made-up trainee does: how often among the others of its list, and what the message shows. */
export type Habit = {
  often: number;
  shows: readonly Sign[];
  /** For how many facts it asks, and of which: those a fix depends on, others not told yet, or just any. */
  asks?: number;
  of?: "needed" | "new" | "any";
  /** Writes nothing for a while instead. */
  waits?: boolean;
};

/** Somebody who does not exist, and what they do at each moment of a talk; `otherwise` at every moment not named. */
export type MadeUpTrainee = {
  name: string;
  /** How they write, as the end of a sentence that begins with their name. */
  who: string;
  /** Whether reaching a good ending in this way would mean that the flow can be gamed. */
  isGamer: boolean;
  does: Partial<Record<Moment, readonly Habit[]>> & { otherwise: readonly Habit[] };
  /** What slips out at any moment, and how likely that is (0–1). */
  slips?: { likely: number; into: readonly Habit[] };
};

/** Writes down a habit: how often, what it shows, and what more there is to it. */
export const habit = (
  often: number,
  shows: readonly Sign[],
  more: Omit<Habit, "often" | "shows"> = {},
): Habit => ({
  often,
  shows,
  ...more,
});

/** Asks for one fact that a fix depends on. */
export const ONE = { asks: 1, of: "needed" } as const;
/** Asks for two facts that a fix depends on. */
export const TWO = { asks: 2, of: "needed" } as const;
/** Asks for one fact that was not told yet. */
export const NEW = { asks: 1, of: "new" } as const;
/** Asks for any one fact, told or not. */
export const ANY = { asks: 1, of: "any" } as const;
/** Asks for any three facts at once, told or not. */
export const THREE = { asks: 3, of: "any" } as const;
