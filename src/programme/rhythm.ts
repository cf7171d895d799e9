import { goodHour } from "./good-hour.ts";

/** Reminders to practise again, as one agent has them; `step` counts those sent. */
export type Rhythm = {
  /** Offered and not answered yet, accepted, or declined or stopped. */
  state: "offered" | "on" | "off";
  /** The instant (ms since 1970) from which the gaps are counted. */
  from: number;
  step: number;
  /** The agent's own time zone, by its IANA name. */
  zone: string;
};

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** When each reminder comes, in ms from the beginning: after 3 days, 2 weeks, 6 weeks and 3 months. */
export const GAPS: readonly number[] = [3 * DAY, 2 * WEEK, 6 * WEEK, 13 * WEEK];
// Weekends and holidays of the app may delay one by some days; after more than that the others move along.
const LATE = 4 * DAY;

/** Begins the reminders now. */
export const beginRhythm = (now: number, zone: string): Rhythm => ({ state: "on", from: now, step: 0, zone });

/** When the next reminder comes: within working hours, or never when there is none left. */
export function remindAt({ state, from, step, zone }: Rhythm): number | undefined {
  const gap = GAPS[step];
  return state === "on" && gap !== undefined ? goodHour(from + gap, zone) : undefined;
}

/** The rhythm once a reminder was sent. */
export function reminded(rhythm: Rhythm, now: number): Rhythm {
  const late = now - (rhythm.from + (GAPS[rhythm.step] ?? 0));
  return { ...rhythm, step: rhythm.step + 1, from: rhythm.from + (late > LATE ? late : 0) };
}

/** The rhythm when reminder n (from 0) is to come again in a week; nothing when it is not the one sent last. */
export function snoozed(rhythm: Rhythm, n: number, now: number): Rhythm | undefined {
  const gap = GAPS[n];
  if (rhythm.state !== "on" || rhythm.step !== n + 1 || gap === undefined) return undefined;
  return { ...rhythm, step: n, from: now + WEEK - gap };
}

/** Whether the reminders may be offered: never before, or all of the last ones were sent. */
export const canOffer = (rhythm: Rhythm | undefined): boolean =>
  rhythm === undefined || (rhythm.state === "on" && rhythm.step >= GAPS.length);
