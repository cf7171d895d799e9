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
