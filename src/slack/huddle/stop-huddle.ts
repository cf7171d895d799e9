import type { Desk } from "../../store/desk.ts";
import type { Share } from "../../store/shares.ts";
import { goneMessage, huddleIn } from "./huddle-message.ts";

/** A press shows where the message of a turn (1-based) stands; where that was not known and nobody may see it now, it goes. */
export async function knowAgain(
  desk: Desk,
  team: string,
  id: string,
  turn: number,
  slackTs: string,
): Promise<void> {
  const part = huddleIn({ id }, turn);
  await desk.standsAt(team, part, slackTs);
  const huddle = await desk.huddles.byId(team, id);
  if (huddle?.state !== "over" || huddle.source.kind !== "share") return;
  const share = await desk.shares.byId(team, huddle.source.id);
  if (share?.ended) await desk.remove(team, huddle.channel, part, goneMessage());
}

/** A practice is no longer shared: what was replayed of it goes from Slack, and a replay that goes on is over. */
export async function stopHuddlesOf(
  desk: Desk,
  { team, id: share }: Pick<Share, "team" | "id">,
): Promise<void> {
  for (const huddle of await desk.huddles.replaying(team, { kind: "share", id: share })) {
    const { channel, turn, counts } = huddle;
    await desk.huddles.keep({ ...huddle, state: "over" });
    const posted = new Set([...counts.map((one) => one.turn), turn]);
    for (const part of [...posted, "end"] as const)
      await desk.remove(team, channel, huddleIn(huddle, part), goneMessage());
    await desk.send(team, channel, goneMessage(), huddleIn(huddle));
  }
}
