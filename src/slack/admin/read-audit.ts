import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { openOrSay } from "../open-or-say.ts";
import { courtesy, once, type Surroundings } from "../surroundings.ts";
import { AUDIT_AS_FILE, OPEN_AUDIT } from "./admin-home.ts";
import { auditDialogue, NEWEST, OLDER, PAGE } from "./audit-dialogue.ts";
import { auditTable } from "./audit-words.ts";
import { onAdminsPress } from "./on-admins-press.ts";

// As many as make a file of about a megabyte.
const MOST_IN_FILE = 10_000;

/** An admin reads the audit log from their Home tab, page by page, or takes it as a file. */
export function readAudit(app: App, around: Surroundings): void {
  const pageOf = async (
    client: WebClient,
    { team, user }: { team: string; user: string },
    before?: string,
  ): Promise<ModalView> => {
    const zone = await zoneOf(client, user);
    const found = await around.store.together(team, (desk) => desk.audit.read(team, PAGE + 1, before));
    const view = auditDialogue(found, before === undefined, zone);
    assertViewWithinLimits(view);
    return view;
  };

  // Without an answer the times are those of UTC, and say so.
  const zoneOf = (client: WebClient, user: string): Promise<string> =>
    client.users.info({ user }).then(
      (found) => found.user?.tz ?? "UTC",
      () => "UTC",
    );

  const opening = { action: OPEN_AUDIT, did: "audit-read" as const };
  onAdminsPress(app, around, opening, async ({ body, client, context }, { team, user }) => {
    const view = await pageOf(client, { team, user });
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
    await once(around, context, (desk) => desk.audit.write({ team, by: user, did: "audit-read", about: [] }));
  });

  for (const action of [OLDER, NEWEST])
    onAdminsPress(app, around, { action, did: "audit-read" }, async ({ action, body, client }, who) => {
      const view = await pageOf(client, who, action.action_id === OLDER ? action.value : undefined);
      const view_id = body.view?.id;
      // Who turns pages faster than Slack shows them sees the last one.
      if (view_id) await courtesy(around, client.views.update({ view_id, view }));
    });

  const taking = { action: AUDIT_AS_FILE, did: "audit-exported" as const };
  onAdminsPress(app, around, taking, async ({ client, context }, { team, user }) => {
    const { channel } = await meet(around, client, context, user);
    await once(around, context, async (desk) => {
      // A second tap gives no second file.
      if (!(await desk.firstTap(team, `${AUDIT_AS_FILE}/${user}`))) return;
      const entries = await desk.audit.read(team, MOST_IN_FILE);
      await desk.audit.write({ team, by: user, did: "audit-exported", about: [`${entries.length} lines`] });
      const cut = entries.length === MOST_IN_FILE ? ` It holds the newest ${MOST_IN_FILE} lines.` : "";
      const text = `The audit log as a table. Who and where are told by Slack's ids, and times are in UTC.${cut}`;
      const name = `tightrope-audit-${new Date(around.now()).toISOString().slice(0, 10)}.csv`;
      await desk.send(team, channel, { text, file: { name, content: auditTable(entries) } });
    });
  });
}
