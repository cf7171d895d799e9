import type { App } from "@slack/bolt";
import type { Logger } from "pino";
import type { Store } from "../../store/store.ts";
import type { Workspaces } from "../clients.ts";
import { envelopeIn } from "../envelope.ts";
import { type Errands, errandsOf } from "../errand.ts";
import { reasonOf } from "../is-final.ts";
import { once, type Surroundings } from "../surroundings.ts";

type Installed = Pick<Workspaces, "isInstalled">;

/**
 * The app was removed from a workspace, or its token taken back. Slack may say so late, when it is installed again; so
 * it is asked whether it still takes the token before anything is erased.
 */
export function leaveWorkspace(app: App, around: Surroundings, { isInstalled }: Installed): void {
  const leave = async (context: object) => {
    if (await isInstalled(envelopeIn(context).team)) return;
    await once(around, context, async (desk, team) => {
      await desk.installations.remove(team);
      around.log.info({ team }, "the app was removed; what is kept of the workspace is erased in a day");
    });
  };
  app.event("app_uninstalled", ({ context }) => leave(context));
  app.event("tokens_revoked", ({ context }) => leave(context));
}

const LOOK_AGAIN = 10 * 60_000;

/** Erases everything of a workspace a day after the app was removed, unless it has come back. */
export function purges(store: Store, { isInstalled }: Installed, log: Logger, now: () => number): Errands {
  return errandsOf(
    async (due) => {
      if (await isInstalled(due.team)) return store.onDue(due, async () => {});
      if (await store.purge(due.team)) log.info({ team: due.team }, "everything of a workspace was erased");
    },
    {
      now,
      lookAgain: LOOK_AGAIN,
      failed: (error) => log.error({ reason: reasonOf(error) }, "a workspace could not be erased yet"),
    },
  );
}
