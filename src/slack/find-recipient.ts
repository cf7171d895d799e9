import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Recipient } from "../store/shares.ts";

/** Whether something can be shared with them: where it would be shown, or why not, in words for the sharer. */
export type Found = { channel: string } | { refused: string };

/** Why somebody is not found, or not chosen, in words for whoever chose them. */
export type Refusals = Record<"unknown" | "gone" | "stranger" | "app" | "oneself", string>;

const OF_SHARES: Refusals = {
  unknown: "I can't find that person in this workspace. Please choose somebody else.",
  gone: "That account is deactivated, so nobody would see it. Please choose somebody else.",
  stranger:
    "That person belongs to another organisation. A practice can only be shared within this workspace.",
  app: "That is an app, and nobody would read it there. Please choose a person.",
  oneself: "That is you, and you can see it already. Please choose somebody else.",
};

const SAYS: Record<string, keyof Refusals> = {
  user_not_found: "unknown",
  user_not_visible: "unknown",
  user_disabled: "gone",
  cannot_dm_bot: "app",
};

/** Looks up where a share would be shown. Of a channel only sending can tell whether the app is in it. */
export async function findRecipient(
  client: WebClient,
  team: string,
  by: string,
  { kind, id }: Recipient,
  refusals: Refusals = OF_SHARES,
): Promise<Found> {
  if (kind === "channel") return { channel: id };
  if (id === by) return { refused: refusals.oneself };
  if (id === "USLACKBOT") return { refused: refusals.app };
  return askSlack(refusals, async () => {
    const { user } = await client.users.info({ user: id });
    if (user?.deleted) return { refused: refusals.gone };
    if (user?.is_bot) return { refused: refusals.app };
    if (user?.is_stranger || (user?.team_id && user.team_id !== team && !user.enterprise_user))
      return { refused: refusals.stranger };
    const opened = await client.conversations.open({ users: id });
    return opened.channel?.id ? { channel: opened.channel.id } : { refused: refusals.unknown };
  });
}

async function askSlack(refusals: Refusals, ask: () => Promise<Found>): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    const why = error instanceof WebAPIPlatformError ? SAYS[error.data.error] : undefined;
    if (!why) throw error;
    return { refused: refusals[why] };
  }
}
