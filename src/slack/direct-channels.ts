import type { WebClient } from "@slack/web-api";
import { passesIn } from "./answer-error.ts";
import { reasonOf } from "./is-final.ts";
import type { Surroundings } from "./surroundings.ts";

/** Somebody, and their direct message with the app. */
export type DirectChannel = { user: string; channel: string };

/**
 * The direct messages of several people. Who can't be reached for good, such as somebody who has left, is missing.
 * @throws whatever Slack's client throws where trying again may help.
 */
export async function directChannels(
  { log }: Pick<Surroundings, "log">,
  client: WebClient,
  users: readonly string[],
): Promise<DirectChannel[]> {
  const found: DirectChannel[] = [];
  for (const user of users) {
    try {
      const channel = (await client.conversations.open({ users: user })).channel?.id;
      if (channel) found.push({ user, channel });
    } catch (error) {
      if (error instanceof Error && passesIn(error) !== undefined) throw error;
      log.warn({ user, reason: reasonOf(error) }, "a trainer cannot be reached in Slack");
    }
  }
  return found;
}
