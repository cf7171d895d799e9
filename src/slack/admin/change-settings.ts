import type { App } from "@slack/bolt";
import { denyAt } from "../deny.ts";
import { envelopeIn } from "../envelope.ts";
import { isOrganisation } from "../group-members.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { noteModal } from "../note-modal.ts";
import { openOrSay } from "../open-or-say.ts";
import { ASK_ADMIN } from "../role-words.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { OPEN_SETTINGS } from "./admin-home.ts";
import { onAdminsPress } from "./on-admins-press.ts";
import { readSettings } from "./read-settings.ts";
import { MEANWHILE, saveSettings } from "./save-settings.ts";
import { SETTINGS, seenIn, settingsDialogue, TITLE } from "./settings-dialogue.ts";
import { askedIn, isShorter, SHORTER, SHORTER_TITLE, shorterDialogue } from "./shorter-dialogue.ts";
import { userGroups } from "./user-groups.ts";

const LOCKED_OUT = "You would be no admin any more. Stay in, or let another admin take you out.";
const ONE_BY_ONE =
  "These are many people at once. Leave the times as they are, save, and then change them by themselves.";

/** As much as Slack lets a dialogue hold, in characters. */
const MOST_HELD = 3_000;
/** So long, in ms, what a dialogue says of days stays true enough. */
const OPEN_FOR = 3_600_000;

/** An admin decides who may do what, and how long things are kept. */
export function changeSettings(app: App, around: Surroundings): void {
  const { store, roles, directory, log, now } = around;

  const opening = { action: OPEN_SETTINGS, did: "settings-opened" as const };
  onAdminsPress(app, around, opening, async ({ body, client, context }, { team, user }) => {
    const workspace = isOrganisation(team) ? body.user.team_id : undefined;
    const [settings, groups] = await Promise.all([store.settings(team), userGroups(client, log, workspace)]);
    const view = settingsDialogue({ settings, environment: roles.environment, groups, directory });
    assertViewWithinLimits(view);
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
  });

  app.view(SETTINGS, async ({ ack, body, view, client, context }) => {
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const instead = (text: string) => ack({ response_action: "update", view: noteModal(TITLE, text) });
    const refuse = (errors: Record<string, string>) => ack({ response_action: "errors", errors });
    if (!(await roles.isAdmin(team, user))) {
      await instead(ASK_ADMIN);
      return denyAt(around, context, { by: user, did: "setting-changed", about: [] });
    }
    const before = await store.settings(team);
    const seen = seenIn(before);
    if (seen !== view.private_metadata) return instead(MEANWHILE);
    const read = readSettings(view, { environment: roles.environment, before });
    if ("problems" in read) return refuse(read.problems);
    const { decided } = read;
    if (!(await roles.wouldBeAdmin(team, user, decided.admins)))
      return refuse({ "admins-people": LOCKED_OUT });
    if (isShorter(before.retention, decided.retention)) {
      const ask = shorterDialogue({ decided, before, seen, shownAt: now() });
      if ((ask.private_metadata?.length ?? 0) > MOST_HELD) return refuse({ messagesDays: ONE_BY_ONE });
      assertViewWithinLimits(ask);
      return ack({ response_action: "push", view: ask });
    }
    await ack({ response_action: "clear" });
    const { channel } = await meet(around, client, context, user);
    await once(around, context, (desk) =>
      saveSettings(desk, { team, user, channel }, { decided, seen }, now()),
    );
  });

  app.view(SHORTER, async ({ ack, body, view, client, context }) => {
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const instead = (text: string) =>
      ack({ response_action: "update", view: noteModal(SHORTER_TITLE, text) });
    if (!(await roles.isAdmin(team, user))) {
      await instead(ASK_ADMIN);
      return denyAt(around, context, { by: user, did: "setting-changed", about: [] });
    }
    const asked = askedIn(view, await store.settings(team));
    if (seenIn(asked.before) !== asked.seen) return instead(MEANWHILE);
    if (!(await roles.wouldBeAdmin(team, user, asked.decided.admins))) return instead(LOCKED_OUT);
    // What it said of the day from which on things go must still be so.
    if (now() - asked.shownAt > OPEN_FOR)
      return ack({ response_action: "update", view: shorterDialogue({ ...asked, shownAt: now() }) });
    await ack({ response_action: "clear" });
    const { channel } = await meet(around, client, context, user);
    await once(around, context, (desk) => saveSettings(desk, { team, user, channel }, asked, now()));
  });
}
