import { type Progress, progressOf } from "../programme/progress.ts";
import type { Desk } from "./desk.ts";
import type { Practice } from "./sessions.ts";

/** Somebody's own progress, from their practices that are over; it is shown to nobody else. */
export async function ownProgress(desk: Desk, team: string, user: string): Promise<Progress> {
  const practices = await desk.practicesOf(team, user);
  return progressOf(practices.filter(counts).map(({ session }) => session));
}

// Before the debrief the trainee judges first, and a retry is about one message of a practice that counts already.
const counts = ({ debriefedAt, retry }: Practice) => debriefedAt !== undefined && retry === undefined;
