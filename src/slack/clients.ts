import type { WebClient } from "@slack/web-api";

/**
 * The client with which Slack is asked on behalf of a workspace, where nobody's press or message brings one along.
 * It rejects with whatever keeps us from asking, such as the app having been removed there.
 */
export type ClientOf = (team: string) => Promise<WebClient>;

/** The workspaces that the app is installed in. */
export type Teams = () => Promise<string[]>;

/** The same client for every workspace: the app was installed in one, by hand. */
export const onlyClient =
  (client: WebClient): ClientOf =>
  async () =>
    client;

/** The workspace of the only client. @throws whatever Slack's client throws. */
export const onlyTeam =
  (client: WebClient): Teams =>
  async () => {
    const { team_id } = await client.auth.test();
    return team_id ? [team_id] : [];
  };
