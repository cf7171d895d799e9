import type { ControlWord } from "../session/control-word.ts";
import { takeHint } from "../session/hint.ts";
import { happen, type SessionEvent } from "../session/session.ts";
import type { Practice } from "../store/sessions.ts";
import type { Desk } from "../store/store.ts";
import { sayWithoutHints } from "./choose-hints.ts";
import { controlMessage } from "./control-message.ts";
import { finishPractice } from "./finish-practice.ts";
import { type Message, note } from "./message.ts";
import { takePending } from "./take-pending.ts";

/** Does what a control word or button asks for. What was written before it is heard first. */
export async function steerPractice(
  desk: Desk,
  practice: Practice,
  word: ControlWord,
  now: number,
): Promise<Practice> {
  const heard = await takePending(desk, practice, now);
  if (heard.session.state === "ended") return heard;
  switch (word) {
    case "hint":
      return heard.withoutHints ? sayWithoutHints(desk, heard) : giveHint(desk, heard);
    case "stop":
      return finishPractice(desk, after(heard, { type: "stop" }), now);
    case "pause":
      return paused(desk, heard);
    case "resume":
      return resumed(desk, heard, now);
    case "softer":
      return softened(desk, heard);
  }
}

const after = (practice: Practice, event: SessionEvent): Practice => ({
  ...practice,
  session: happen(practice.session, event),
});

/** Takes a trainee back to where they were: paused, or in front of what the customer said last. */
export function lastWords({ session }: Practice): Message {
  const { name } = session.flow.persona;
  const words = `${name}'s last words were: “${session.said.at(-1)}”`;
  return note(
    session.state === "paused" ? `It is paused. Type resume when you are ready. ${words}` : `Go on. ${words}`,
  );
}

const say = (desk: Desk, { team, channel }: Practice, text: string) => desk.send(team, channel, note(text));

async function giveHint(desk: Desk, practice: Practice): Promise<Practice> {
  if (practice.session.state === "paused") {
    await say(desk, practice, "The practice is paused. Type resume first, then hint.");
    return practice;
  }
  const { session, hint } = takeHint(practice.session);
  await say(desk, practice, `Hint: ${hint}`);
  return kept(desk, { ...practice, session });
}

async function paused(desk: Desk, practice: Practice): Promise<Practice> {
  if (practice.session.state === "paused") {
    await say(desk, practice, "It is paused already. Type resume when you are ready.");
    return practice;
  }
  await desk.clearDue({ team: practice.team, kind: "idle", subject: practice.id });
  await say(
    desk,
    practice,
    "Paused. Take your time. Type resume when you are ready, or stop to see your debrief.",
  );
  return shown(desk, after(practice, { type: "pause" }));
}

async function resumed(desk: Desk, practice: Practice, now: number): Promise<Practice> {
  const { flow, state } = practice.session;
  if (state === "playing") {
    await say(desk, practice, `Nothing is paused. ${flow.persona.name} is waiting for your answer.`);
    return practice;
  }
  const going = after(practice, { type: "resume" });
  await desk.send(practice.team, practice.channel, lastWords(going));
  if (flow.idle)
    await desk.setDue({
      team: practice.team,
      kind: "idle",
      subject: practice.id,
      at: now + flow.idle.afterMs,
    });
  return shown(desk, going);
}

async function softened(desk: Desk, practice: Practice): Promise<Practice> {
  const { persona } = practice.session.flow;
  if (practice.session.play.standing.talk.softer) {
    await say(
      desk,
      practice,
      `${persona.name} is already as soft as this practice goes. You can pause or stop at any time.`,
    );
    return practice;
  }
  await say(desk, practice, `${persona.name} will be milder from now on. You can pause or stop at any time.`);
  return shown(desk, after(practice, { type: "soften" }));
}

async function kept(desk: Desk, practice: Practice): Promise<Practice> {
  await desk.keep(practice);
  return practice;
}

// The buttons follow what can be done now.
async function shown(desk: Desk, practice: Practice): Promise<Practice> {
  const { team, id, channel, control, session } = practice;
  await desk.send(team, channel, controlMessage(session, id, practice), control);
  return kept(desk, practice);
}
