import type { Desk } from "../../store/desk.ts";
import type { Due } from "../../store/due.ts";
import type { Limits } from "../../store/let-go.ts";

const DAY = 86_400_000;
// Between two batches others have their turn.
const NEXT_BATCH = 1_000;

/** The instants (ms since 1970) before which a workspace keeps nothing any more, by what its admins decided. */
export async function limitsOf(desk: Desk, team: string, now: number): Promise<Limits> {
  const { messagesDays, readingsDays } = (await desk.settings.of(team)).retention;
  return { messages: now - messagesDays * DAY, readings: now - readingsDays * DAY };
}

/** Lets go, once a day and a little at a time, of what a workspace has kept for long enough. */
export async function keepTimes(desk: Desk, due: Due, now: number): Promise<void> {
  const isMore = await desk.own.letGo(due.team, await limitsOf(desk, due.team, now));
  await desk.setDue({ ...due, at: now + (isMore ? NEXT_BATCH : DAY) });
}
