import type { Logger } from "pino";
import type { Store } from "../../store/store.ts";
import { reasonOf } from "../is-final.ts";
import { note } from "../message.ts";
import type { ManyWorkspaces } from "./many-workspaces.ts";

const DAY = 86_400_000;

const ENDS_SOON = note(
  "Slack gives Tightrope no new token for this workspace, and the one it has ends within two hours. From then on it hears nobody here. Please install it again, at the address where you installed it first. Everything that is kept stays as it is.",
);

/**
 * Tells whoever installed the app, while its token still works, that Slack gives no new one: an answer of Slack's was
 * lost, and it takes the same refresh token only once.
 */
export async function warnInstaller(
  { clientOf, installerOf }: Pick<ManyWorkspaces, "clientOf" | "installerOf">,
  team: string,
  { store, log }: { store: Store; log: Logger },
): Promise<void> {
  try {
    const client = await clientOf(team);
    const { channel } = await client.conversations.open({ users: await installerOf(team) });
    await store.together(team, async (desk) => {
      if (channel?.id && (await desk.firstTap(team, "token-ends", DAY)))
        await desk.send(team, channel.id, ENDS_SOON);
    });
  } catch (error) {
    log.error({ team, reason: reasonOf(error) }, "nobody could be told that a token ends");
  }
}
