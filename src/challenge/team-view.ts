import { SKILL_NAMES, type SkillName } from "../flow/flow.ts";
import type { Kind } from "./challenge.ts";
import { BANDS, type Batch, inFives } from "./team-batch.ts";

/** A batch where it is kept, with the day (UTC, as the instant it begins in ms since 1970) on which it went in. */
export type DatedBatch = Batch & { skill: SkillName; day: number };

/** How many took part in a challenge of a channel, rounded down to fives; `endedAt` is missing while it runs. */
export type Taking = { kind: Kind; people: number; endedAt?: number | undefined };

/** Everything about a team that may be shown, and nothing else is ever shown of it. */
export type TeamView =
  | { state: "closed"; opensAt: number }
  | {
      state: "open";
      /** The newest first. */
      taking: Taking[];
      /** Of each skill, the oldest first. */
      skills: { skill: SkillName; batches: DatedBatch[] }[];
    };

/** What is kept of a team, and since when (ms since 1970) there has been anything of its workspace. */
export type Kept = { since: number; taking: readonly Taking[]; batches: readonly DatedBatch[] };

const DAY = 86_400_000;
/** For how long after Tightrope came to a workspace nobody is shown how a team does, in ms. */
export const CLOSED_FOR = 30 * DAY;
const MOST_BATCHES = 8;
const MOST_CHALLENGES = 4;

/** The day (UTC) of an instant, as the instant it begins; both in ms since 1970. */
export const dayOf = (at: number): number => Math.floor(at / DAY) * DAY;

/**
 * The batches that may be shown at an instant (ms since 1970). One shows on the day after it went in, so that nobody can
 * tell from the hour whose practice was the last of it.
 */
export const shownOf = ({ since, batches }: Pick<Kept, "since" | "batches">, now: number): DatedBatch[] =>
  now < since + CLOSED_FOR ? [] : batches.filter(({ day }) => day < dayOf(now));

/** What may be shown at an instant (ms since 1970) of what is kept. */
export function viewOf(kept: Kept, now: number): TeamView {
  const opensAt = kept.since + CLOSED_FOR;
  if (now < opensAt) return { state: "closed", opensAt };
  const shown = shownOf(kept, now);
  return {
    state: "open",
    taking: kept.taking.slice(0, MOST_CHALLENGES).map((one) => ({ ...one, people: inFives(one.people) })),
    skills: SKILL_NAMES.map((skill) => ({
      skill,
      batches: shown.filter((one) => one.skill === skill).slice(-MOST_BATCHES),
    })),
  };
}

/** The last batch of each skill that may be shown and went in since an instant (ms since 1970). */
export const lastSince = (view: TeamView, since: number): DatedBatch[] =>
  view.state === "closed"
    ? []
    : view.skills.flatMap(({ batches }) => batches.findLast(({ day }) => day >= dayOf(since)) ?? []);

/** Whether there is any figure to look at. */
export const hasFigures = (view: TeamView): boolean =>
  view.state === "open" && view.skills.some(({ batches }) => batches.length > 0);

/** The one skill that was clear least of all, in the last batch of each; none where none stands out. */
export function weakSpot(view: TeamView): SkillName | undefined {
  if (view.state === "closed") return undefined;
  const ranked = view.skills
    .flatMap(({ skill, batches }) => {
      const last = batches.at(-1);
      return last ? [{ skill, rank: BANDS.indexOf(last.share) }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
  const [least, next] = ranked;
  return least && next && least.rank < next.rank ? least.skill : undefined;
}
