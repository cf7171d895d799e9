import { randomUUID } from "node:crypto";
import type { Flow } from "../flow/flow.ts";
import { hintsCanFade } from "../programme/progress.ts";
import { begin } from "../session/session.ts";
import type { Desk } from "../store/desk.ts";
import { ownProgress } from "../store/own-progress.ts";
import { alreadyRunning, controlMessage } from "./control-message.ts";
import { speak } from "./speak.ts";

/** Who practises, and the direct message in which it happens. */
export type Trainee = { team: string; user: string; channel: string; name: string };

/** Begins a practice: the app says what this is, then the customer speaks. A second tap on Start does nothing. */
export async function beginPractice(
  desk: Desk,
  { team, user, channel, name }: Trainee,
  flow: Flow,
  { seed, now }: { seed: number; now: number },
): Promise<void> {
  const running = await desk.running(team, user);
  const isFirstTap = () => desk.firstTap(team, `begin/${user}/${flow.id}`);
  if (running) {
    if (running.session.flow.id === flow.id && !(await isFirstTap())) return;
    await desk.send(team, channel, alreadyRunning(running.session, running.id, flow));
    return;
  }
  // Noted here, so that the next tap is known as the second.
  await isFirstTap();
  const offered = hintsCanFade(await ownProgress(desk, team, user));
  const session = begin(flow, seed, name);
  const id = randomUUID();
  const control = await desk.send(team, channel, controlMessage(session, id, { offered }));
  const practice = { team, id, user, channel, control, pending: [], startedAt: now, session };
  await desk.keep(practice);
  await speak(desk, practice, session.unanswered, now);
}
