import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { ClientOf } from "./clients.ts";

/** Where the app is installed in a whole organisation, its user groups are each in one of its workspaces. */
export const isOrganisation = (team: string): boolean => team.startsWith("E");

const MOST_REMEMBERED = 1_000;
const MANY = 1_000;

/**
 * Asks Slack who is in a user group. With a token for a whole organisation Slack wants to be told the workspace, which
 * is looked for once; one that was asked in vain is not asked again until all were.
 * @throws whatever Slack's client throws.
 */
export function groupMembers(clientOf: ClientOf): (team: string, group: string) => Promise<string[]> {
  const homes = new Map<string, string>();
  const inVain = new Map<string, Set<string>>();

  const search = async (client: WebClient, key: string, group: string): Promise<string[]> => {
    const asked = inVain.get(key) ?? new Set();
    for (const known of [homes, inVain]) if (known.size >= MOST_REMEMBERED) known.clear();
    inVain.set(key, asked);
    for (const workspace of await workspacesOf(client)) {
      if (asked.has(workspace)) continue;
      try {
        const members = await ask(client, group, workspace);
        homes.set(key, workspace);
        inVain.delete(key);
        return members;
      } catch (error) {
        if (!isElsewhere(error)) throw error;
        asked.add(workspace);
      }
    }
    inVain.delete(key);
    return [];
  };

  return async (team, group) => {
    const client = await clientOf(team);
    if (!isOrganisation(team)) return ask(client, group);
    const key = `${team}/${group}`;
    const home = homes.get(key);
    if (home === undefined) return search(client, key, group);
    return ask(client, group, home).catch((error: unknown) => {
      if (!isElsewhere(error)) throw error;
      homes.delete(key);
      return search(client, key, group);
    });
  };
}

async function ask(client: WebClient, usergroup: string, team_id?: string): Promise<string[]> {
  const { users = [] } = await client.usergroups.users.list({ usergroup, ...(team_id ? { team_id } : {}) });
  return users;
}

async function workspacesOf(client: WebClient): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.auth.teams.list({ limit: 100, ...(cursor ? { cursor } : {}) });
    found.push(...(page.teams ?? []).flatMap(({ id }) => (id ? [id] : [])));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor && found.length < MANY);
  return found;
}

const isElsewhere = (error: unknown) =>
  error instanceof WebAPIPlatformError &&
  ["no_such_subteam", "subteam_not_found", "plan_upgrade_required", "team_not_found"].includes(
    error.data.error,
  );
