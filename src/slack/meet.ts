import type { WebClient } from "@slack/web-api";
import type { Acquaintance } from "../store/acquaintances.ts";
import { passesIn } from "./answer-error.ts";
import { envelopeIn } from "./envelope.ts";
import { lacksScope } from "./is-final.ts";
import type { Surroundings } from "./surroundings.ts";

/** What Slack says of somebody is taken as right for so long (ms). */
const STILL_RIGHT = 86_400_000;

/**
 * Their direct message with the app (a D… id; with a U… id Slack would post elsewhere) and what to call them, how Slack
 * shows their name, and their time zone. Slack tells that of 50 to 100 people a minute in a workspace (its tiers 3 and
 * 4), and many more may press within one, so it is asked once a day for each.
 */
export async function meet(
  { store, now }: Pick<Surroundings, "store" | "now">,
  client: WebClient,
  context: object,
  user: string,
): Promise<Acquaintance> {
  const { team } = envelopeIn(context);
  const known = await store.acquaintances.of({ team, user });
  if (known && now() - known.askedAt < STILL_RIGHT) return known;
  try {
    // Slack lets the fewest ask for direct messages, so that comes last: nothing can then make it have to be asked again.
    const said = await namesOf(client, user);
    const met = { team, user, channel: await channelWith(client, user), ...said, askedAt: now() };
    await store.acquaintances.note(met);
    return met;
  } catch (error) {
    // What was right yesterday will do.
    if (known && error instanceof Error && passesIn(error) !== undefined) return known;
    throw error;
  }
}

async function channelWith(client: WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (!channel?.id) throw new Error("conversations.open gave no channel");
  return channel.id;
}

async function namesOf(
  client: WebClient,
  user: string,
): Promise<Pick<Acquaintance, "name" | "called" | "zone">> {
  const { user: found } = await client.users.info({ user }).catch((error: unknown) => {
    // The scope for it is one that a workspace may keep from us.
    if (lacksScope(error)) return { user: undefined };
    throw error;
  });
  const profile = found?.profile;
  const name = profile?.first_name || found?.real_name?.split(" ")[0] || profile?.display_name || "there";
  const called = profile?.display_name || found?.real_name || name;
  return { name, called, zone: found?.tz ?? "UTC" };
}
