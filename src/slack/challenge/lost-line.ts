import type { Desk } from "../../store/desk.ts";
import type { Outgoing } from "../../store/outbox.ts";
import { inDoubt } from "../in-doubt.ts";
import { note } from "../message.ts";

/** The id of the line that is shown in a message with this outbox id. */
export const lineSentAs = (outboxId: string): string | undefined =>
  /^challenge\/[^/]+\/quote\/([^/]+)$/.exec(outboxId)?.[1];

/** A line that its author agreed to show never arrived, or was never removed: they are told. */
export async function lostLine(
  desk: Desk,
  { team, id, kind, target }: Outgoing,
  code: string,
): Promise<void> {
  // Of a message in a thread, the target is the thread.
  const sentAs = kind === "post" ? id : (target ?? id);
  const line = await desk.listening.quote(team, lineSentAs(sentAs) ?? "");
  if (!line || (kind !== "post" && code === "message_not_found")) return;
  if (kind === "post") await desk.listening.settleQuote(line, "taken back");
  const text =
    kind === "post"
      ? "Your line could not be shown there after all. Nobody sees it."
      : "Slack did not let me remove your line. It may still be seen there; please ask whoever looks after Slack here.";
  await desk.send(team, line.channel, note(text));
}

/** Said to its author while it is not known whether a line stands in its thread. */
export const LINE_IN_DOUBT = inDoubt("your line", "that thread", "Take it back");

/** Nobody can find out whether a line arrived: a second copy could never be taken back, so none is sent. */
export async function inDoubtAboutLine(desk: Desk, { team, id }: Outgoing): Promise<void> {
  const line = await desk.listening.quote(team, lineSentAs(id) ?? "");
  if (!line) return;
  await desk.send(team, line.channel, note(LINE_IN_DOUBT));
}
