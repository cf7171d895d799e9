import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { meet } from "./meet.ts";
import { note } from "./message.ts";
import { openView } from "./open-view.ts";
import { once, type Surroundings } from "./surroundings.ts";

const LATE = "That took too long to open. Please press the button again.";

/** Opens a dialogue, or says in the person's direct message that the press came too late for it. */
export async function openOrSay(
  around: Surroundings,
  { client, context, user, trigger }: { client: WebClient; context: object; user: string; trigger: string },
  view: ModalView,
): Promise<void> {
  if (await openView(client, trigger, view)) return;
  const { channel } = await meet(around, client, context, user);
  await once(around, context, (desk, team) => desk.send(team, channel, note(LATE)));
}
