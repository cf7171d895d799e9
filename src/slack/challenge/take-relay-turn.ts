import { notNow } from "../../challenge/relay.ts";
import { NOT_NOW } from "../../challenge/tell-relay.ts";
import { takeTurn } from "../../session/take-turn.ts";
import type { Desk } from "../../store/desk.ts";
import type { Trainee } from "../begin-practice.ts";
import { livingIn } from "./challenge-message.ts";
import type { Stage } from "./games.ts";
import { letSpeak, putAway } from "./relay.ts";
import type { Answering } from "./relay-dialogue.ts";
import { colleagueLine } from "./relay-message.ts";
import { closeChallenge, showSoon } from "./run-challenge.ts";

/**
 * Takes what a colleague wrote as the next turn of the talk that everybody shares: it is posted, the customer answers,
 * and where that was the end, the challenge ends with it. Says why nothing was taken; then nothing was posted.
 */
export async function takeRelayTurn(
  desk: Desk,
  { team, user, name }: Pick<Trainee, "team" | "user" | "name">,
  { challenge: id, turn, text }: Answering & { text: string },
  stage: Stage,
): Promise<string | undefined> {
  const challenge = await desk.challenges.byId(team, id);
  const relay = challenge && (await desk.relays.of(challenge));
  if (!challenge || !relay) return NOT_NOW.over;
  const member = await desk.challenges.member(challenge, user);
  const refused = notNow(challenge, relay, member, { user, turn });
  if (refused) return NOT_NOW[refused];
  const { channel } = relay;
  const living = livingIn(challenge, channel);
  await putAway(desk, relay);
  const line = colleagueLine(name, member?.alias, text);
  await desk.sendUnder(living, team, channel, line, `${living}/answer-${turn}`);
  const session = takeTurn(relay.session, text);
  const next = await letSpeak(desk, { ...relay, session, authors: [...relay.authors, user] });
  await desk.relays.keep(next);
  if (session.state === "ended") await closeChallenge(desk, challenge, "ended", stage);
  else await showSoon(desk, challenge, stage.now());
  return undefined;
}
