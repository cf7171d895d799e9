import type { Desk } from "../store/desk.ts";
import type { Practice } from "../store/sessions.ts";
import { personaLine } from "./persona-line.ts";

/** Lets the customer say lines, and looks again once if the trainee then stays silent for long. */
export async function speak(
  desk: Desk,
  practice: Practice,
  lines: readonly string[],
  now: number,
): Promise<void> {
  const { team, id, channel, session } = practice;
  for (const line of lines) await desk.send(team, channel, personaLine(session.flow, line));
  if (session.flow.idle && session.state === "playing")
    await desk.setDue({ team, kind: "idle", subject: id, at: now + session.flow.idle.afterMs });
}
