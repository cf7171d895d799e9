import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackCommandMiddlewareArgs,
} from "@slack/bolt";
import { nextDigestAt } from "../../challenge/digest-time.ts";
import { hasFigures } from "../../challenge/team-view.ts";
import type { Act } from "../../store/audit.ts";
import type { Desk } from "../../store/desk.ts";
import { deny, denyAt } from "../deny.ts";
import { envelopeIn } from "../envelope.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { shownToLeads } from "../role-words.ts";
import { ackInPrivate } from "../say-where.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { tableMessage, teamMessage } from "./team-message.ts";
import { tellFrom } from "./weekly-digest.ts";

type Typed = SlackCommandMiddlewareArgs & AllMiddlewareArgs;
type Lead = Awaited<ReturnType<typeof meet>>;

const WEEKLY_OFF = "The weekly digest is off.";

/** Answers a lead who asks in a channel how its team is doing, in their direct message. */
export async function askForTeam(typed: Typed, around: Surroundings) {
  const { ack, client, context, command } = typed;
  const ephemeral = { response_type: "ephemeral" as const };
  const { team } = envelopeIn(context);
  const { user_id: user, channel_id: channel } = command;
  if (!(await around.roles.mayLead(team, user))) {
    await ack({ ...ephemeral, text: shownToLeads((await around.roles.whoIsWho(team)).leads) });
    return denyAt(around, context, { by: user, did: "team-looked-at", about: [channel] });
  }
  await ackInPrivate(typed);
  const lead = await meet(around, client, context, user);
  return once(around, context, async (desk) => {
    await desk.audit.write({ team, by: user, did: "team-looked-at", about: [channel] });
    await show(desk, lead, channel, around);
  });
}

/** A lead presses a button under how a team is doing; whether they still may is asked again. */
export function lookAtTeam(app: App, around: Surroundings): void {
  const on = (
    action: string,
    did: Act,
    answer: (desk: Desk, lead: Lead, channel: string) => Promise<unknown>,
  ) =>
    app.action<BlockAction<ButtonAction>>(action, async ({ action, ack, body, client, context }) => {
      await ack();
      const user = body.user.id;
      const lead = await meet(around, client, context, user);
      const may = await around.roles.mayLead(lead.team, user);
      const { leads } = await around.roles.whoIsWho(lead.team);
      await once(around, context, async (desk, team) => {
        const channel = action.value ?? "";
        const deed = { team, by: user, did, about: [channel] };
        if (!may) {
          await deny(desk, deed);
          return desk.send(team, lead.channel, { text: shownToLeads(leads) });
        }
        // A second tap gives no second file.
        if (!(await desk.firstTap(team, `${action.action_id}/${user}/${channel}`))) return undefined;
        await desk.audit.write(deed);
        return answer(desk, lead, channel);
      });
    });

  on("team:look", "team-looked-at", (desk, lead, channel) => show(desk, lead, channel, around));

  on("team:table", "team-exported", async (desk, lead, channel) => {
    const view = await desk.figures.view(lead.team, channel);
    return hasFigures(view)
      ? desk.send(lead.team, lead.channel, tableMessage({ channel, view }))
      : show(desk, lead, channel, around);
  });

  on("team:weekly-on", "digest-on", async (desk, { team, user, channel: dm, zone }, channel) => {
    const at = nextDigestAt(around.now(), zone);
    const kept = await desk.digests.find({ team, user, channel });
    const told = kept?.told ?? (await desk.figures.shownIn(team, channel));
    await desk.digests.keep({ team, user, channel, dm, zone, told });
    await desk.setDue({ team, kind: "team-digest", subject: `${user}/${channel}`, at });
    return desk.send(team, dm, { text: tellFrom(channel, at, zone) });
  });

  on("team:weekly-off", "digest-off", async (desk, { team, user, channel: dm }, channel) => {
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
