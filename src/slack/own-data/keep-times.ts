import type { Desk } from "../../store/desk.ts";
import type { Due } from "../../store/due.ts";
import type { Limits } from "../../store/let-go.ts";

const DAY = 86_400_000;
// Between two batches others have their turn.
const NEXT_BATCH = 1_000;

/** How many days a workspace keeps message text of practices, and readings. */
export type Retention = { messagesDays: number; readingsDays: number };

/** How long both are kept unless an admin decides otherwise. */
export const RETENTION: Retention = { messagesDays: 90, readingsDays: 400 };

/** How long a workspace keeps both, by what its admins decided. */
export type RetentionOf = (desk: Desk, team: string) => Promise<Retention>;

/** The instants (ms since 1970) before which nothing is kept any more. */
export const limitsAt = (now: number, { messagesDays, readingsDays }: Retention): Limits => ({
  messages: now - messagesDays * DAY,
  readings: now - readingsDays * DAY,
});

/** Lets go, once a day and a little at a time, of what a workspace has kept for long enough. */
export async function keepTimes(desk: Desk, due: Due, now: number, retentionOf: RetentionOf): Promise<void> {
  const isMore = await desk.own.letGo(due.team, limitsAt(now, await retentionOf(desk, due.team)));
  await desk.setDue({ ...due, at: now + (isMore ? NEXT_BATCH : DAY) });
}
