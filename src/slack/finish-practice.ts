import { debrief } from "../feedback/debrief.ts";
import type { Practice } from "../store/sessions.ts";
import type { Desk } from "../store/store.ts";
import { finishedControlMessage } from "./control-message.ts";
import { customerViewMessage, debriefMessage } from "./debrief-message.ts";

/** Closes a practice that ended or was stopped: the debrief comes, and nothing is left to press. */
export async function finishPractice(desk: Desk, practice: Practice): Promise<Practice> {
  const { team, id, channel, control, session } = practice;
  const finished = { ...practice, pending: [] };
  await desk.keep(finished);
  await desk.clearDue({ team, kind: "idle", subject: id });
  await desk.clearDue({ team, kind: "quiet", subject: id });
  await desk.send(team, channel, finishedControlMessage(session), control);
  const told = debrief(session);
  await desk.send(team, channel, debriefMessage(told));
  if (told.turns > 0) await desk.send(team, channel, customerViewMessage(told));
  return finished;
}
