import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import { reasonOf } from "../is-final.ts";

/** A user group of the workspace. */
export type UserGroup = { id: string; name: string };

// More than Slack's lists of choices hold.
const MOST = 100;

/**
 * The user groups there are to choose from; nothing where they can't be listed (the app may not, Slack can't be asked
 * now, there are none, or more than fit), so that their ids are typed instead.
 */
export async function userGroups(client: WebClient, log: Logger): Promise<readonly UserGroup[] | undefined> {
  try {
    const { usergroups = [] } = await client.usergroups.list();
    const found = usergroups.flatMap(({ id, name, handle, date_delete }) =>
      id && !date_delete ? [{ id, name: name || handle || id }] : [],
    );
    return found.length > 0 && found.length <= MOST ? found : undefined;
  } catch (error) {
    log.info({ reason: reasonOf(error) }, "the user groups could not be listed");
    return undefined;
  }
}
