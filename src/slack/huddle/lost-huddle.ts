import type { Desk } from "../../store/desk.ts";
import type { Outgoing } from "../../store/outbox.ts";
import { huddleSentAs } from "./huddle-message.ts";

/** A message of a huddle can never be posted: it is over, and its host is told once what to do. */
export async function lostHuddle(desk: Desk, { team, channel, id, kind }: Outgoing): Promise<void> {
  const huddle = kind === "post" ? await desk.huddles.byId(team, huddleSentAs(id) ?? "") : undefined;
  if (!huddle || huddle.state === "over") return;
  await desk.huddles.keep({ ...huddle, state: "over" });
  await desk.send(team, huddle.hostChannel, {
    text: `I can't write in <#${channel}>, so the replay ended. If I'm not in that channel, somebody in it can write /invite and my name there; then begin again.`,
  });
}

/**
 * Nobody can find out whether a message of a huddle arrived: it is not sent again, since a second copy could not be
 * taken back with the practice that it shows. A press under it tells where it stands.
 */
export async function inDoubtAboutHuddle(desk: Desk, { team, channel, id }: Outgoing): Promise<void> {
  const huddle = await desk.huddles.byId(team, huddleSentAs(id) ?? "");
  if (!huddle || huddle.state === "over") return;
  await desk.send(team, huddle.hostChannel, {
    text: `Slack did not say whether a message of your replay arrived in <#${channel}>, so I did not send it twice. Please look there: if it is there, one vote under it and I know it again. If not, type the command and the word huddle there, end this replay and begin again.`,
  });
}
