import { randomUUID } from "node:crypto";
import type { Kysely, Selectable, SelectQueryBuilder } from "kysely";
import { freeFor, type Holder } from "./holder.ts";
import type { Tables } from "./tables.ts";

/**
 * A message on its way out. `target` is the outbox id of the message that an update changes, a delete removes, or in
 * whose thread a new one stands; the message of a delete is what is put there when Slack does not let it be removed.
 */
export type Outgoing = {
  team: string;
  id: string;
  channel: string;
  kind: "post" | "update" | "delete";
  target: string | undefined;
  /** Where the target stands in Slack, once it was sent. */
  targetTs: string | undefined;
  message: unknown;
  tries: number;
  /** ms since 1970. */
  writtenAt: number;
};

/** Writes a message down for sending, after everything already written for that channel. */
export async function writeOut(
  db: Kysely<Tables>,
  {
    team,
    channel,
    message,
    updates,
    deletes,
    under,
  }: {
    team: string;
    channel: string;
    message: unknown;
    updates?: string;
    deletes?: string;
    under?: string;
  },
  now: number,
  id: string = randomUUID(),
): Promise<string> {
  const last = await db
    .selectFrom("outbox")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .executeTakeFirst();
  await db
    .insertInto("outbox")
    .values({
      team_id: team,
      id,
      channel_id: channel,
      seq: Number(last?.seq ?? 0) + 1,
      kind: deletes ? "delete" : updates ? "update" : "post",
      target_id: deletes ?? updates ?? under ?? null,
      message: JSON.stringify(message),
      state: "waiting",
      not_before: now,
      tries: 0,
      slack_ts: null,
      written_at: now,
      sent_at: null,
      held_by: null,
      held_until: null,
    })
    .execute();
  return id;
}

// The first unsent message of each channel: nothing overtakes another in its channel.
const heads = (db: Kysely<Tables>) =>
  db
    .selectFrom("outbox as first")
    .where("first.state", "=", "waiting")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox as earlier")
            .select("earlier.id")
            .whereRef("earlier.team_id", "=", "first.team_id")
            .whereRef("earlier.channel_id", "=", "first.channel_id")
            .where("earlier.state", "in", ["waiting", "sending"])
            .whereRef("earlier.seq", "<", "first.seq"),
        ),
      ),
    );

/** The first unsent message of each channel that may go now. */
export async function readyToSend(db: Kysely<Tables>, now: number): Promise<Outgoing[]> {
  const rows = await withTarget(heads(db).where("first.not_before", "<=", now))
    .orderBy("first.written_at")
    .limit(50)
    .execute();
  return rows.map(toOutgoing);
}

/**
 * Messages that may or may not have arrived: their sending was interrupted, or the answer to it was lost. What another
 * instance may be sending just now is none.
 */
export async function inDoubt(db: Kysely<Tables>, holder: Holder, now: number): Promise<Outgoing[]> {
  const sending = db.selectFrom("outbox as first").where("first.state", "=", "sending");
  const free = sending.where("first.not_before", "<=", now).where(freeFor("first", holder, now));
  return (await withTarget(free).execute()).map(toOutgoing);
}

const withTarget = (query: SelectQueryBuilder<Tables & { first: Tables["outbox"] }, "first", object>) =>
  query
    .leftJoin("outbox as target", (join) =>
      join.onRef("target.team_id", "=", "first.team_id").onRef("target.id", "=", "first.target_id"),
    )
    .selectAll("first")
    .select("target.slack_ts as target_ts");

const toOutgoing = (row: Selectable<Tables["outbox"]> & { target_ts: string | null }): Outgoing => ({
  team: row.team_id,
  id: row.id,
  channel: row.channel_id,
  kind: row.kind,
  target: row.target_id ?? undefined,
  targetTs: row.target_ts ?? undefined,
  message: JSON.parse(row.message) as unknown,
  tries: row.tries,
  writtenAt: Number(row.written_at),
});

/** When the next message may go, if one waits. */
export async function nextOutgoingAt(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await heads(db)
    .select((eb) => eb.fn.min("first.not_before").as("at"))
    .executeTakeFirst();
  return row?.at == null ? undefined : Number(row.at);
}
