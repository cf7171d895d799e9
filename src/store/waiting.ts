import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** What of a workspace has not reached Slack yet: how many messages, and since when the oldest waits (ms since 1970). */
export type Waiting = { messages: number; since: number | undefined };

/** Counts what waits to be sent; whose it is plays no part in it. */
export async function waitingIn(db: Kysely<Tables>, team: string): Promise<Waiting> {
  const found = await db
    .selectFrom("outbox")
    .select((eb) => [eb.fn.countAll().as("messages"), eb.fn.min("written_at").as("since")])
    .where("team_id", "=", team)
    .where("state", "in", ["waiting", "sending"])
    .executeTakeFirst();
  const since = found?.since == null ? undefined : Number(found.since);
  return { messages: Number(found?.messages ?? 0), since };
}
