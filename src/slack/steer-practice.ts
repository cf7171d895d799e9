import type { ControlWord } from "../session/control-word.ts";
import { happen } from "../session/session.ts";
import { steer } from "../session/steer.ts";
import type { Desk } from "../store/desk.ts";
import type { Practice } from "../store/sessions.ts";
import { controlMessage } from "./control-message.ts";
import { finishPractice } from "./finish-practice.ts";
import { note } from "./message.ts";
import { takePending } from "./take-pending.ts";

/** Does what a control word or button asks for. What was written before it is heard first. */
export async function steerPractice(
  desk: Desk,
  practice: Practice,
  word: ControlWord,
  now: number,
): Promise<Practice> {
  await desk.clearDue({ team: practice.team, kind: "quiet", subject: practice.id });
  const heard = await takePending(desk, practice, now);
  if (heard.session.state === "ended") return heard;
  if (word === "stop")
    return finishPractice(desk, { ...heard, session: happen(heard.session, { type: "stop" }) }, now);
  const withoutHints = heard.withoutHints ?? false;
  const { says, ...steered } = steer({ session: heard.session, withoutHints }, word);
  const after: Practice = { ...heard, ...steered };
  const { team, id, channel, control, session } = after;
  await desk.send(team, channel, note(says));
  await keepClock(desk, heard, after, now);
  // The buttons follow what can be done now.
  if (after.withoutHints !== withoutHints || (word !== "hint" && session !== heard.session))
    await desk.send(team, channel, controlMessage(session, id, after), control);
  await desk.keep(after);
  return after;
}

// Nobody is asked in a pause whether they are still there.
async function keepClock(desk: Desk, before: Practice, { team, id, session }: Practice, now: number) {
  const { state, flow } = session;
  if (state === before.session.state) return;
  const due = { team, kind: "idle", subject: id } as const;
  if (state === "paused") await desk.clearDue(due);
  else if (flow.idle) await desk.setDue({ ...due, at: now + flow.idle.afterMs });
}
