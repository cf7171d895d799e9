import type { Challenge, Standing } from "./challenge.ts";
import { clockIn } from "./times.ts";

/** How far a channel had come at the end of each day, from the first day to the last. */
export type MeterCourse = { days: { day: string; reached: number }[]; goal: number };

/** What was counted when in a channel. */
export type Counted = { channel: string; amount: number; at: number };

const DAY = 86_400_000;

/** The way of a channel's meter in day steps, up to an instant (ms since 1970); for each member in team against team. */
export function meterCourse(
  { plan }: Pick<Challenge, "plan">,
  { channel, joined }: Pick<Standing, "channel" | "joined">,
  counted: readonly Counted[],
  until: number,
): MeterCourse {
  const own = counted.filter((one) => one.channel === channel);
  const divisor = plan.kind === "team-against-team" ? Math.max(1, joined) : 1;
  const dayOf = (at: number) => clockIn(plan.zone, at).day;
  const days = daysBetween(dayOf(plan.startsAt), dayOf(Math.max(until, plan.startsAt)));
  const reached = (day: string) =>
    own.filter(({ at }) => dayOf(at) <= day).reduce((sum, { amount }) => sum + amount, 0) / divisor;
  return {
    days: days.map((day) => ({ day, reached: Math.floor(reached(day) * 10) / 10 })),
    goal: plan.goal,
  };
}

// Days as "2026-11-27", which compare as they follow each other.
function daysBetween(first: string, last: string): string[] {
  const from = Date.parse(`${first}T00:00:00Z`);
  const number = Math.round((Date.parse(`${last}T00:00:00Z`) - from) / DAY) + 1;
  return Array.from({ length: Math.max(1, number) }, (_, index) =>
    new Date(from + index * DAY).toISOString().slice(0, 10),
  );
}

/** A day in a few letters: "27 Nov". */
export function shortDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(at);
}
