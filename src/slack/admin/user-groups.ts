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
 * @param workspace of which one, where the token is for a whole organisation.
 */
export async function userGroups(
  client: WebClient,
  log: Logger,
  workspace?: string,
): Promise<readonly UserGroup[] | undefined> {
  try {
    const { usergroups = [] } = await client.usergroups.list(workspace ? { team_id: workspace } : {});
    const found = usergroups.flatMap(({ id, name, handle, date_delete }) =>
      id && !date_delete ? [{ id, name: name || handle || id }] : [],
    );
    return found.length > 0 && found.length <= MOST ? found : undefined;
  } catch (error) {
    log.info({ reason: reasonOf(error) }, "the user groups could not be listed");
    return undefined;
  }
}
