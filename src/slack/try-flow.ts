import { randomUUID } from "node:crypto";
import type { App } from "@slack/bolt";
import type { Flow } from "../flow/flow.ts";
import { begin, type Turn } from "../session/session.ts";
import type { Desk } from "../store/desk.ts";
import type { FlowVersion } from "../store/flow-versions.ts";
import { tellTrace } from "../workshop/tell-trace.ts";
import type { Trainee } from "./begin-practice.ts";
import { TRY } from "./checked-message.ts";
import { controlMessage } from "./control-message.ts";
import { context, escaped, type Message, note } from "./message.ts";
import { NO_DRAFT, onTrainersPress } from "./on-trainers-press.ts";
import { speak } from "./speak.ts";
import type { Surroundings } from "./surroundings.ts";

const WHAT_IT_IS =
  "You are trying this out. Under each answer you see what your message showed and which line of the file answered it. It counts as no practice of yours.";

/** A trainer plays a text that is not published yet, and sees why the customer answers as they do. */
export function tryFlow(app: App, around: Surroundings): void {
  onTrainersPress(app, around, TRY, "flow-tried", (desk, trainer, version) =>
    beginTrial(desk, trainer, version, around),
  );
}

async function beginTrial(
  desk: Desk,
  { team, user, channel, name }: Trainee,
  version: FlowVersion,
  { seed, now }: Surroundings,
): Promise<void> {
  const flow = await desk.versions.flowOf(version);
  const running = await desk.running(team, user);
  if (!flow || running) {
    const busy = `You are in the middle of a practice with ${running?.session.flow.persona.name}. Type stop first, then press Try it again.`;
    await desk.send(team, channel, note(flow ? busy : NO_DRAFT));
    return;
  }
  const session = begin(flow, seed(), name);
  const id = randomUUID();
  await desk.send(team, channel, note(WHAT_IT_IS));
  const control = await desk.send(team, channel, controlMessage(session, id));
  const trial = {
    team,
    id,
    user,
    channel,
    control,
    pending: [],
    startedAt: now(),
    trial: version.id,
    session,
  };
  await desk.keep(trial);
  await speak(desk, trial, session.unanswered, now());
}

/** Why the customer answered as they did: one quiet line for the trainer who tries a flow out. */
export function traceMessage(flow: Flow, turn: Turn): Message {
  const text = escaped(tellTrace(flow, turn));
  return { text, blocks: [context(text)] };
}
