import { tellEnglishOnly, turnedToOtherLanguage } from "../session/other-language.ts";
import { happen } from "../session/session.ts";
import { takeTurn } from "../session/take-turn.ts";
import type { Desk } from "../store/desk.ts";
import type { Practice } from "../store/sessions.ts";
import { finishPractice } from "./finish-practice.ts";
import { note } from "./message.ts";
import { personaLine } from "./persona-line.ts";
import { compareRetry } from "./retry-practice.ts";
import { speak } from "./speak.ts";
import { traceMessage } from "./try-flow.ts";

/** Takes everything that was written within the quiet time as one turn; the customer answers it. */
export async function takePending(desk: Desk, practice: Practice, now: number): Promise<Practice> {
  const { team, pending, session } = practice;
  if (pending.length === 0 || session.state !== "playing") return practice;
  const inOrder = [...pending].sort((a, b) => Number(a.id) - Number(b.id));
  const next = takeTurn(session, inOrder.map(({ text }) => text).join("\n"));
  const taken = { ...practice, session: next, pending: [] };
  await speak(desk, taken, next.unanswered, now);
  if (turnedToOtherLanguage(next)) await desk.send(team, taken.channel, note(tellEnglishOnly(next.flow)));
  const [turn] = next.turns.slice(-1);
  if (taken.trial && turn) await desk.send(team, taken.channel, traceMessage(next.flow, turn));
  await compareRetry(desk, taken);
  if (next.state === "ended") return finishPractice(desk, taken, now);
  await desk.keep(taken);
  return taken;
}

/** The customer asks once whether anybody is still there; whoever has just written is. */
export async function nudge(desk: Desk, practice: Practice, now: number): Promise<void> {
  if (practice.pending.length > 0) return;
  const session = happen(practice.session, { type: "idle" });
  if (session === practice.session) return;
  const lines = session.said.slice(practice.session.said.length);
  for (const line of lines) await desk.send(practice.team, practice.channel, personaLine(session.flow, line));
  const nudged = { ...practice, session };
  if (session.state === "ended") await finishPractice(desk, nudged, now);
  else await desk.keep(nudged);
}
