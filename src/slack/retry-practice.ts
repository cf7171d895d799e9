import { randomUUID } from "node:crypto";
import { tellTakenAgain } from "../feedback/tell-talk.ts";
import { thenAndNow } from "../feedback/then-and-now.ts";
import { rewind } from "../session/session.ts";
import type { Desk } from "../store/desk.ts";
import type { Practice } from "../store/sessions.ts";
import { controlMessage } from "./control-message.ts";
import { note } from "./message.ts";
import { speak } from "./speak.ts";
import { thenAndNowMessage } from "./then-and-now-message.ts";

/** Takes a message of a finished practice again: the customer's line stands as before, and the first talk stays as it is. */
export async function retryPractice(desk: Desk, first: Practice, turn: number, now: number): Promise<void> {
  const { team, user, channel, trial } = first;
  const running = await desk.running(team, user);
  const isFirstTap = () => desk.firstTap(team, `retry/${first.id}/${turn}`);
  if (running) {
    const { of, turn: from } = running.retry ?? {};
    if (of === first.id && from === turn && !(await isFirstTap())) return;
    const { name } = running.session.flow.persona;
    await desk.send(
      team,
      channel,
      note(`You are in the middle of a practice with ${name}. Type stop first, then press it again.`),
    );
    return;
  }
  // Noted here, so that the next tap is known as the second.
  await isFirstTap();
  if (turn > first.session.turns.length) return;
  const session = rewind(first.session, turn);
  const id = randomUUID();
  await desk.send(team, channel, note(tellTakenAgain(turn)));
  const control = await desk.send(team, channel, controlMessage(session, id));
  const retry = { of: first.id, turn };
  const practice = { team, id, user, channel, control, pending: [], startedAt: now, retry, trial, session };
  await desk.keep(practice);
  await speak(desk, practice, session.unanswered, now);
}

/** Shows the retried message beside the first one, as soon as the customer has answered it. */
export async function compareRetry(desk: Desk, practice: Practice): Promise<void> {
  const { team, channel, session, retry } = practice;
  if (retry === undefined || session.turns.length !== retry.turn || session.state === "ended") return;
  const first = await desk.practice(team, retry.of);
  const compared = first && thenAndNow(first.session, session, retry.turn);
  if (compared) await desk.send(team, channel, thenAndNowMessage(compared));
}
