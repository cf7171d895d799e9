import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Recipient } from "../store/shares.ts";

/** Whether something can be shared with them: where it would be shown, or why not, in words for the sharer. */
export type Found = { channel: string } | { refused: string };

const UNKNOWN = "I can't find that person in this workspace. Please choose somebody else.";
const GONE = "That account is deactivated, so nobody would see it. Please choose somebody else.";
const STRANGER =
  "That person belongs to another organisation. A practice can only be shared within this workspace.";
const BOT = "That is an app, and nobody would read it there. Please choose a person.";
const ONESELF = "That is you, and you can see it already. Please choose somebody else.";

const IN_WORDS: Record<string, string> = {
  user_not_found: UNKNOWN,
  user_not_visible: UNKNOWN,
  user_disabled: GONE,
  cannot_dm_bot: BOT,
};

/** Looks up where a share would be shown. Of a channel only sending can tell whether the app is in it. */
export async function findRecipient(
  client: WebClient,
  team: string,
  by: string,
  { kind, id }: Recipient,
): Promise<Found> {
  if (kind === "channel") return { channel: id };
  if (id === by) return { refused: ONESELF };
  if (id === "USLACKBOT") return { refused: BOT };
  return askSlack(async () => {
    const { user } = await client.users.info({ user: id });
    if (user?.deleted) return { refused: GONE };
    if (user?.is_bot) return { refused: BOT };
    if (user?.is_stranger || (user?.team_id && user.team_id !== team && !user.enterprise_user))
      return { refused: STRANGER };
    const opened = await client.conversations.open({ users: id });
    return opened.channel?.id ? { channel: opened.channel.id } : { refused: UNKNOWN };
  });
}

async function askSlack(ask: () => Promise<Found>): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    const refused = error instanceof WebAPIPlatformError ? IN_WORDS[error.data.error] : undefined;
    if (!refused) throw error;
    return { refused };
  }
}
