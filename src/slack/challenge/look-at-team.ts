import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackCommandMiddlewareArgs,
} from "@slack/bolt";
import { nextDigestAt } from "../../challenge/digest-time.ts";
import { hasFigures } from "../../challenge/team-view.ts";
import type { Desk } from "../../store/desk.ts";
import { note } from "../message.ts";
import { meet, once, type Surroundings } from "../surroundings.ts";
import { mayLead, shownToLeads } from "./leads.ts";
import { tableMessage, teamMessage } from "./team-message.ts";
import { tellFrom } from "./weekly-digest.ts";

type Typed = SlackCommandMiddlewareArgs & AllMiddlewareArgs;
type Lead = Awaited<ReturnType<typeof meet>>;

const IN_PRIVATE = note("It is in your direct message with me, where only you see it.");
const WEEKLY_OFF = "The weekly digest is off.";

/** Answers a lead who asks in a channel how its team is doing, in their direct message. */
export async function askForTeam({ ack, client, context, command }: Typed, around: Surroundings) {
  const ephemeral = { response_type: "ephemeral" as const };
  if (!(await mayLead(client, around.leads, command.user_id)))
    return ack({ ...ephemeral, text: shownToLeads(around.leads) });
  await ack({ ...ephemeral, ...IN_PRIVATE });
  const lead = await meet(client, context, command.user_id);
  return once(around, context, (desk) => show(desk, lead, command.channel_id, around));
}

/** A lead presses a button under how a team is doing; whether they still may is asked again. */
export function lookAtTeam(app: App, around: Surroundings): void {
  const on = (action: string, answer: (desk: Desk, lead: Lead, channel: string) => Promise<unknown>) =>
    app.action<BlockAction<ButtonAction>>(action, async ({ action, ack, body, client, context }) => {
      await ack();
      const user = body.user.id;
      const [lead, may] = await Promise.all([
        meet(client, context, user),
        mayLead(client, around.leads, user),
      ]);
      await once(around, context, async (desk, team) => {
        if (!may) return desk.send(team, lead.channel, { text: shownToLeads(around.leads) });
        const channel = action.value ?? "";
        // A second tap gives no second file.
        if (!(await desk.firstTap(team, `${action.action_id}/${user}/${channel}`))) return undefined;
        return answer(desk, lead, channel);
      });
    });

  on("team:look", (desk, lead, channel) => show(desk, lead, channel, around));

  on("team:table", async (desk, lead, channel) => {
    const view = await desk.figures.view(lead.team, channel);
    return hasFigures(view)
      ? desk.send(lead.team, lead.channel, tableMessage({ channel, view }))
      : show(desk, lead, channel, around);
  });

  on("team:weekly-on", async (desk, { team, user, channel: dm, zone }, channel) => {
    const at = nextDigestAt(around.now(), zone);
    const kept = await desk.digests.find({ team, user, channel });
    const told = kept?.told ?? (await desk.figures.shownIn(team, channel));
    await desk.digests.keep({ team, user, channel, dm, zone, told });
    await desk.setDue({ team, kind: "team-digest", subject: `${user}/${channel}`, at });
    return desk.send(team, dm, { text: tellFrom(channel, at, zone) });
  });

  on("team:weekly-off", async (desk, { team, user, channel: dm }, channel) => {
    await desk.digests.drop({ team, user, channel });
    await desk.clearDue({ team, kind: "team-digest", subject: `${user}/${channel}` });
    return desk.send(team, dm, note(WEEKLY_OFF));
  });
}

async function show(
  desk: Desk,
  { team, user, channel: dm, zone }: Lead,
  channel: string,
  around: Surroundings,
) {
  const view = await desk.figures.view(team, channel);
  const flows = await around.library(desk, team);
  const isWeekly = (await desk.digests.find({ team, user, channel })) !== undefined;
  await desk.send(team, dm, teamMessage({ channel, view, flows, isWeekly, zone }));
}
