import { SKILL_TITLES } from "../feedback/tell.ts";
import { type Progress, progressOf, type SkillProgress } from "../programme/progress.ts";
import type { Session } from "../session/session.ts";

/** How many have to stand on a board before it appears. */
const ENOUGH_ON_BOARD = 5;

/** What a board says of one person; `called` is the name by which they are found in the alphabet. */
export type BoardLine = { user: string; called: string; words: string };

/** Said where there is nothing else to say yet. */
export const ON_THE_WAY = "is on the way";

const ENOUGH_PRACTICES = 2;

/**
 * What a board says of somebody: what became better than in their own practices before, else what was clear in most of
 * those within the challenge. It never says what is missing, and nobody is compared with anybody else.
 */
export function boardWords(before: readonly Session[], within: readonly Session[]): string {
  const [then, now] = [progressOf(before), progressOf(within)];
  const better = now.skills.filter((one) => isBetter(one, then));
  if (better.length > 0)
    return `${listed(better)} ${better.length > 1 ? "show" : "shows"} clearly more often than before`;
  const mostly = now.skills.filter((one) => rated(one).length >= ENOUGH_PRACTICES && shareClear(one) > 0.5);
  return mostly.length > 0 ? `${listed(mostly)}: clear in most practices` : ON_THE_WAY;
}

function isBetter(now: SkillProgress, { skills }: Progress): boolean {
  const then = skills.find(({ skill }) => skill === now.skill);
  if (!then || Math.min(rated(now).length, rated(then).length) < ENOUGH_PRACTICES) return false;
  return shareClear(now) > shareClear(then);
}

const rated = ({ rated }: SkillProgress) => rated.filter((one) => one !== "not rated");

const shareClear = (progress: SkillProgress) =>
  rated(progress).filter((one) => one === "clear").length / Math.max(1, rated(progress).length);

function listed(skills: readonly SkillProgress[]): string {
  const names = skills.map(({ skill }, index) =>
    index === 0 ? SKILL_TITLES[skill] : SKILL_TITLES[skill].toLowerCase(),
  );
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}

/** The lines of a board in the order of the alphabet; none where fewer than five stand on it. */
export function boardOf<Line extends BoardLine>(lines: readonly Line[]): Line[] {
  if (lines.length < ENOUGH_ON_BOARD) return [];
  const key = ({ called, user }: Line) => [called, user] as const;
  return lines.toSorted((a, b) => {
    const [[one, first], [other, second]] = [key(a), key(b)];
    return one.localeCompare(other, "en", { sensitivity: "base" }) || (first < second ? -1 : 1);
  });
}

const LAST_PART = 2 / 3;

/** From when on a board is shown: the last third of the time. */
export const boardFrom = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }): number =>
  Math.ceil(startsAt + (endsAt - startsAt) * LAST_PART);
