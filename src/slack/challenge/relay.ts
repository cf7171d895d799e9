import { EVERYBODY, type Relay, waitingTurn } from "../../challenge/relay.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import { tellSoFar } from "../../challenge/tell-relay.ts";
import { begin, happen } from "../../session/session.ts";
import type { Desk } from "../../store/desk.ts";
import { escaped } from "../message.ts";
import { personaLine } from "../persona-line.ts";
import { livingIn } from "./challenge-message.ts";
import type { Game } from "./games.ts";
import {
  answerButton,
  introductionMessage,
  newestLine,
  nobodyCame,
  teamDebriefMessage,
} from "./relay-message.ts";

/** A relay: one customer comes to the channel, and each of their lines is answered by another colleague. */
export const relayGame: Game = {
  begin: async (desk, challenge, { library, seed }) => {
    const { team, id, leadChannel, plan } = challenge;
    const [channel = ""] = plan.channels;
    const flow = (await library(desk, team)).find((one) => one.id === plan.flows[0]);
    if (!flow) return desk.send(team, leadChannel, nobodyCame(titleOf(plan), id));
    const living = livingIn(challenge, channel);
    await desk.sendUnder(living, team, channel, introductionMessage(flow), `${living}/introduction`);
    const opened = { team, challenge: id, channel, authors: [], newest: "" };
    const relay = await letSpeak(desk, { ...opened, session: begin(flow, seed(), EVERYBODY) });
    return desk.relays.keep(relay);
  },
  soFar: async (desk, challenge) => {
    const relay = await desk.relays.of(challenge);
    return relay?.session.state === "playing" ? tellSoFar(relay).map(escaped) : [];
  },
  presses: ({ id }) => [answerButton(id)],
  end: async (desk, challenge, { command }) => {
    const relay = await desk.relays.of(challenge);
    if (!relay) return;
    const { team, channel } = relay;
    await putAway(desk, relay);
    const over: Relay = { ...relay, session: happen(relay.session, { type: "stop" }) };
    await desk.relays.keep(over);
    const ended = `${livingIn(challenge, channel)}/end`;
    await desk.send(team, channel, teamDebriefMessage(over, command), undefined, ended);
  },
  callOff: async (desk, challenge) => {
    const relay = await desk.relays.of(challenge);
    if (relay) await putAway(desk, relay);
  },
};

/** The customer says what is unanswered, in the thread of the challenge; under the newest line one can take the turn. */
export async function letSpeak(desk: Desk, relay: Relay): Promise<Relay> {
  const { team, challenge, channel, session } = relay;
  const { flow, unanswered, state } = session;
  const living = livingIn({ id: challenge }, channel);
  let { newest } = relay;
  for (const [index, line] of unanswered.entries()) {
    newest = `${living}/said-${waitingTurn(relay)}-${index}`;
    const waits = state === "playing" && index === unanswered.length - 1;
    const message = waits ? newestLine(flow, line, challenge) : personaLine(flow, line);
    await desk.sendUnder(living, team, channel, message, newest);
  }
  return { ...relay, newest };
}

/** The customer's newest line stays, and nothing is left to press under it. */
export async function putAway(desk: Desk, { team, channel, session, newest }: Relay): Promise<void> {
  if (session.state !== "playing") return;
  await desk.send(team, channel, personaLine(session.flow, session.said.at(-1) ?? ""), newest);
}
