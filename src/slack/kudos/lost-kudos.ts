import type { Desk } from "../../store/desk.ts";
import type { Outgoing } from "../../store/outbox.ts";
import { inDoubt } from "../in-doubt.ts";
import { whyNotPosted } from "../why-not-posted.ts";
import { kudosSentAs } from "./kudos-message.ts";

/** Kudos never arrived: whoever gave them is told, or whoever wanted to show them in a channel. */
export async function lostKudos(
  desk: Desk,
  { team, id, kind, target, channel }: Outgoing,
  code: string,
): Promise<void> {
  const sent = kudosSentAs(kind === "post" ? id : (target ?? id));
  const kudos = sent && (await desk.kudos.byId(team, sent.id));
  if (!sent || !kudos || (kind !== "post" && code === "message_not_found")) return;
  const { fromChannel, toChannel } = kudos;
  if (kind !== "post") {
    const text = "Slack did not let me remove that. It may still be seen where it stood.";
    await desk.send(team, sent.place === "in" ? toChannel : fromChannel, { text });
  } else if (sent.place === "to") {
    await desk.kudos.takeBack(kudos);
    const text = `<@${kudos.to}> could not be reached, so what you noticed did not arrive. Tell them yourself when you meet.`;
    await desk.send(team, fromChannel, { text });
  } else {
    if (kudos.shown?.as === id) await desk.kudos.show(kudos, undefined);
    const why = whyNotPosted(code, "you can show it again") ?? "Slack did not take it.";
    await desk.send(team, toChannel, { text: `It is not shown in <#${channel}>. ${why}` });
  }
}

/** Said while it is not known whether kudos stand in a channel. */
export const kudosInDoubt = (channel: string): string => inDoubt("it", `<#${channel}>`, "Remove it");

/** Nobody can find out whether kudos arrived in a channel: a second copy could never be removed, so none is sent. */
export async function inDoubtAboutKudos(desk: Desk, { team, id, channel }: Outgoing): Promise<void> {
  const sent = kudosSentAs(id);
  const kudos = sent && (await desk.kudos.byId(team, sent.id));
  if (!kudos) return;
  await desk.send(team, kudos.toChannel, { text: kudosInDoubt(channel) });
}
