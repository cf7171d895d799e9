import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { isChannel } from "../challenge/is-channel.ts";
import { envelopeIn } from "../envelope.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { note } from "../message.ts";
import { openOrSay } from "../open-or-say.ts";
import type { Surroundings } from "../surroundings.ts";
import { replaysFor } from "./find-replay.ts";
import { choosePage, nothingPage, openPage } from "./huddle-page.ts";

const ELSEWHERE =
  "A talk is replayed in a channel. Go to your team's channel, make sure that I am in it (write /invite and my name), and type this again there.";

/** Somebody asks to replay a talk in a channel: what they may replay there, or what to do when there is nothing. */
export async function askForHuddle(
  { ack, client, context, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
  around: Surroundings,
): Promise<void> {
  const { store, roles, now } = around;
  if (!isChannel(command)) return ack({ response_type: "ephemeral", ...note(ELSEWHERE) });
  const { user_id: user, channel_id: channel } = command;
  const { team } = envelopeIn(context);
  const may = await roles.mayLead(team, user);
  await ack();
  const view = await store.together(team, async (desk) => {
    const open = await desk.huddles.openIn(team, channel);
    if (open) return openPage(open, may || open.host === user);
    const replays = await replaysFor(desk, { team, channel, now: now() }, { user, leads: may });
    return replays.length > 0 ? choosePage(channel, replays) : nothingPage(may, around.command);
  });
  assertViewWithinLimits(view);
  await openOrSay(around, { client, context, user, trigger: command.trigger_id }, view);
}
