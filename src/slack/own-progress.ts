import { type Progress, progressOf } from "../programme/progress.ts";
import type { Desk } from "../store/store.ts";

/** Somebody's own progress, from their practices that are over; it is shown to nobody else. */
export async function ownProgress(desk: Desk, team: string, user: string): Promise<Progress> {
  const practices = await desk.practicesOf(team, user);
  return progressOf(practices.map(({ session }) => session));
}
