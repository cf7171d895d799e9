import type { Challenge, Standing } from "./challenge.ts";
import { amountInWords } from "./tell-plan.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const CELLS = 20;

/** How far one channel has come: 0–1, and more when it went past the goal. */
export function shareOf({ plan }: Challenge, { joined, total }: Standing): number {
  const reached = plan.kind === "team-against-team" ? total / Math.max(1, joined) : total;
  return reached / plan.goal;
}

/** A meter drawn with letters, for those who see it; the words beside it say the same. */
export function drawnMeter(share: number): string {
  const full = Math.min(CELLS, Math.floor(share * CELLS));
  return "▰".repeat(full) + "▱".repeat(CELLS - full);
}

/** What a channel has done so far, in words: "34 of 100 specific validations (34 %)". */
export function meterInWords(challenge: Challenge, standing: Standing): string {
  const { goal, counted, kind } = challenge.plan;
  const percent = `${Math.floor(shareOf(challenge, standing) * 100)} %`;
  if (kind !== "team-against-team")
    return `${standing.total} of ${amountInWords(goal, counted)} (${percent})`;
  const each = standing.total / Math.max(1, standing.joined);
  return `${rounded(each)} of ${amountInWords(goal, counted)} for each member (${percent})`;
}

const rounded = (number: number) => String(Math.floor(number * 10) / 10);

/** How many have joined: "Nobody has joined yet.", "7 have joined." */
export const joinedInWords = (joined: number): string =>
  joined === 0 ? "Nobody has joined yet." : joined === 1 ? "One has joined." : `${joined} have joined.`;

/** How long there is left at an instant (ms since 1970), in days until the last one: "3 days left." */
export function timeLeft(endsAt: number, now: number): string {
  const left = endsAt - now;
  if (left <= 0) return "It is over.";
  if (left < HOUR) return "Less than an hour left.";
  if (left < 2 * HOUR) return "One hour left.";
  if (left < DAY) return `${Math.floor(left / HOUR)} hours left.`;
  const days = Math.floor(left / DAY);
  return days === 1 ? "One day left." : `${days} days left.`;
}

/** The next instant (ms since 1970) at which `timeLeft` says something else; nothing in the last hour. */
export function nextTick(endsAt: number, now: number): number | undefined {
  const left = endsAt - now;
  if (left < HOUR) return undefined;
  const step = left >= DAY ? DAY : HOUR;
  // The words change when less than a whole number of steps is left.
  return endsAt - Math.floor(left / step) * step + 1;
}

/** The parts of the goal that are celebrated, in order; sparingly. */
const MILESTONES = [0.5, 1] as const;

/** How many milestones a challenge has passed with any of its channels. */
export const milestonesPassed = (challenge: Challenge, standings: readonly Standing[]): number =>
  Math.max(
    0,
    ...standings.map((standing) => MILESTONES.filter((part) => shareOf(challenge, standing) >= part).length),
  );
