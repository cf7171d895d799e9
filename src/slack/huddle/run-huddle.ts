import { type Huddle, tally } from "../../challenge/huddle.ts";
import { nextLines, turnsToReplay } from "../../challenge/next-lines.ts";
import type { Desk } from "../../store/desk.ts";
import type { Trainee } from "../begin-practice.ts";
import { type Replay, replayOf } from "./find-replay.ts";
import {
  headMessage,
  huddleIn,
  leftMessage,
  lookBackMessage,
  shownMessage,
  votingMessage,
} from "./huddle-message.ts";

/** Begins a huddle with the first turn of a talk; false when its channel has an open one already. */
export async function beginHuddle(
  desk: Desk,
  { id, host, channel, replay }: { id: string; host: Trainee; channel: string; replay: Replay },
  now: number,
): Promise<boolean> {
  const [turn = 1] = turnsToReplay(replay.session);
  const huddle: Huddle = {
    ...{ team: host.team, id, channel, host: host.user, hostChannel: host.channel },
    ...{ source: replay.source, turn, state: "voting", counts: [], madeAt: now },
  };
  if (!(await desk.huddles.add(huddle))) return false;
  await desk.send(huddle.team, channel, headMessage(huddle, replay), undefined, huddleIn(huddle));
  await askForVotes(desk, huddle, replay);
  return true;
}

const askForVotes = (desk: Desk, huddle: Huddle, replay: Replay) =>
  desk.sendUnder(
    huddleIn(huddle),
    huddle.team,
    huddle.channel,
    votingMessage(huddle, replay),
    huddleIn(huddle, huddle.turn),
  );

/** Shows how many voted for what, what was said, and what the customer answered; from now on nobody votes. */
export async function showTurn(desk: Desk, huddle: Huddle, replay: Replay): Promise<void> {
  const { team, id, channel, turn, counts } = huddle;
  const votes = tally(await desk.huddles.choices(huddle));
  const said = nextLines(replay.session, turn, id).findIndex((line) => line.said);
  const shown: Huddle = { ...huddle, state: "shown", counts: [...counts, { turn, votes, said }] };
  await desk.huddles.keep(shown);
  await desk.send(team, channel, shownMessage(shown, replay, turn, true), huddleIn(shown, turn));
}

/** Goes on to the next turn; after the last one the huddle ends. */
export async function goOn(desk: Desk, huddle: Huddle, replay: Replay): Promise<void> {
  const next = turnsToReplay(replay.session).find((turn) => turn > huddle.turn);
  if (next === undefined) return endHuddle(desk, huddle, replay);
  await settle(desk, huddle, replay);
  const going: Huddle = { ...huddle, turn: next, state: "voting" };
  await desk.huddles.keep(going);
  await askForVotes(desk, going, replay);
}

/** Ends a huddle with a short look back; there is nothing left to press. */
export async function endHuddle(desk: Desk, huddle: Huddle, replay: Replay): Promise<void> {
  const { team, channel } = huddle;
  await settle(desk, huddle, replay);
  const over: Huddle = { ...huddle, state: "over" };
  await desk.huddles.keep(over);
  const thread = huddleIn(over);
  await desk.sendUnder(thread, team, channel, lookBackMessage(over, replay), huddleIn(over, "end"));
  await desk.send(team, channel, headMessage(over, replay), thread);
}

// The turn's message stays to be read, with nothing to press.
async function settle(desk: Desk, huddle: Huddle, replay: Replay): Promise<void> {
  const { team, channel, turn, state } = huddle;
  const left = state === "voting" ? leftMessage(huddle, replay) : shownMessage(huddle, replay, turn, false);
  await desk.send(team, channel, left, huddleIn(huddle, turn));
}

/** A huddle with the talk that it replays; nothing when there is no such huddle, or the talk is no longer there. */
export async function openedHuddle(
  desk: Desk,
  team: string,
  id: string,
  now: number,
): Promise<{ huddle: Huddle; replay: Replay } | undefined> {
  const huddle = await desk.huddles.byId(team, id);
  if (!huddle || huddle.state === "over") return undefined;
  const replay = await replayOf(desk, { team, channel: huddle.channel, now }, huddle.source);
  // Nothing of it is left to go on with, so its channel is free again.
  if (!replay) await desk.huddles.keep({ ...huddle, state: "over" });
  return replay && { huddle, replay };
}
