import type { WebClient } from "@slack/web-api";
import { isRefusal } from "./is-final.ts";

/**
 * The client with which Slack is asked on behalf of a workspace, where nobody's press or message brings one along.
 * It rejects with whatever keeps us from asking, such as the app having been removed there.
 */
export type ClientOf = (team: string) => Promise<WebClient>;

/** The workspaces (or organisations) that the app is installed in. */
export type Teams = () => Promise<string[]>;

/** Where the app is installed, and how to ask Slack there. */
export type Workspaces = {
  clientOf: ClientOf;
  teams: Teams;
  /** Whether the app is installed there just now. @throws where that cannot be said. */
  isInstalled(team: string): Promise<boolean>;
};

/** The only workspace: the app was installed in it by hand, and has one token. */
export function onlyWorkspace(client: WebClient): Workspaces {
  const own = async () => {
    const { team_id, enterprise_id, is_enterprise_install } = await client.auth.test();
    return is_enterprise_install ? enterprise_id : team_id;
  };
  return {
    clientOf: async () => client,
    teams: async () => [await own()].filter((team) => team !== undefined),
    isInstalled: async (team) => {
      try {
        return (await own()) === team;
      } catch (error) {
        if (isRefusal(error)) return false;
        throw error;
      }
    },
  };
}
