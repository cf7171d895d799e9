import type { App } from "@slack/bolt";
import type { Desk } from "../../store/desk.ts";
import type { WorkspaceSettings } from "../../store/workspace-settings.ts";
import { denyAt } from "../deny.ts";
import { envelopeIn } from "../hear-once.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { note } from "../message.ts";
import { noteModal } from "../note-modal.ts";
import { openOrSay } from "../open-or-say.ts";
import { ASK_ADMIN } from "../role-words.ts";
import { meet, once, type Surroundings } from "../surroundings.ts";
import { OPEN_SETTINGS } from "./admin-home.ts";
import { onAdminsPress } from "./on-admins-press.ts";
import { readSettings } from "./read-settings.ts";
import { type Changed, settingsChanged } from "./settings-changed.ts";
import { SETTINGS, seenIn, settingsDialogue, TITLE } from "./settings-dialogue.ts";
import { tellChanged } from "./tell-changed.ts";
import { userGroups } from "./user-groups.ts";

const MEANWHILE =
  "Another admin changed something meanwhile, so nothing was saved. Open the dialogue again to see how it stands now.";
const LOCKED_OUT = "You would be no admin any more. Stay in, or let another admin take you out.";

/** An admin decides who may do what, and how long things are kept. */
export function changeSettings(app: App, around: Surroundings): void {
  const { store, roles, directory, log } = around;

  const opening = { action: OPEN_SETTINGS, did: "settings-opened" as const };
  onAdminsPress(app, around, opening, async ({ body, client, context }, { team, user }) => {
    const [settings, groups] = await Promise.all([store.settings(team), userGroups(client, log)]);
    const view = settingsDialogue({ settings, environment: roles.environment, groups, directory });
    assertViewWithinLimits(view);
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
  });

  app.view(SETTINGS, async ({ ack, body, view, client, context }) => {
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const instead = (text: string) => ack({ response_action: "update", view: noteModal(TITLE, text) });
    if (!(await roles.isAdmin(team, user))) {
      await instead(ASK_ADMIN);
      return denyAt(around, context, { by: user, did: "setting-changed", about: [] });
    }
    const before = await store.settings(team);
    if (seenIn(before) !== view.private_metadata) return instead(MEANWHILE);
    const read = readSettings(view, { environment: roles.environment, before });
    if ("problems" in read) return ack({ response_action: "errors", errors: read.problems });
    const { decided } = read;
    if (!(await roles.wouldBeAdmin(team, user, decided.admins)))
      return ack({ response_action: "errors", errors: { "admins-people": LOCKED_OUT } });
    await ack({ response_action: "clear" });
    const { channel } = await meet(client, context, user);
    await once(around, context, async (desk) => {
      const before = await desk.settings.of(team);
      if (seenIn(before) !== view.private_metadata) return desk.send(team, channel, note(MEANWHILE));
      const changed = settingsChanged(before, decided);
      await save(desk, { team, user }, decided, changed);
      return desk.send(team, channel, { text: tellChanged(changed) });
    });
  });
}

async function save(
  desk: Desk,
  { team, user }: { team: string; user: string },
  decided: WorkspaceSettings,
  changed: readonly Changed[],
): Promise<void> {
  if (changed.length === 0) return;
  await desk.settings.change(team, user, decided);
  for (const one of changed) await desk.audit.write({ ...one, team, by: user });
  // Whoever has become an admin, or is none any more, sees so; and so does who decided.
  const people = changed.flatMap(({ about }) => about.filter((word) => /^[UW][A-Z0-9]+$/.test(word)));
  for (const one of new Set([user, ...people])) await desk.outdateHome(team, one);
}
