import { randomUUID } from "node:crypto";
import type { Kysely, Selectable, SelectQueryBuilder } from "kysely";
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

/** Messages that may or may not have arrived: their sending was interrupted, or the answer to it was lost. */
export async function inDoubt(db: Kysely<Tables>, now: number): Promise<Outgoing[]> {
  const sending = db.selectFrom("outbox as first").where("first.state", "=", "sending");
  const rows = await withTarget(sending.where("first.not_before", "<=", now)).execute();
  return rows.map(toOutgoing);
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

type Key = Pick<Outgoing, "team" | "id">;

const change = (db: Kysely<Tables>, { team, id }: Key) =>
  db.updateTable("outbox").where("team_id", "=", team).where("id", "=", id);

/** Writes down what became of a message on its way, such as a picture that is uploaded already. */
export async function amend(db: Kysely<Tables>, key: Key, message: unknown) {
  await change(db, key)
    .set({ message: JSON.stringify(message) })
    .execute();
}

/**
 * Notes that a message is being sent; whether it arrived is unknown until `markSent`. Says whether it still
 * waited: what was called back in the meantime must not go.
 */
export async function markSending(db: Kysely<Tables>, key: Key): Promise<boolean> {
  const changed = await change(db, key)
    .where("state", "=", "waiting")
    .set((eb) => ({ state: "sending" as const, tries: eb("tries", "+", 1) }))
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

/** Notes that a message arrived, and its place in Slack; its words are no longer kept. */
export async function markSent(db: Kysely<Tables>, key: Key, slackTs: string | undefined, now: number) {
  await change(db, key)
    .set({ state: "sent", slack_ts: slackTs ?? null, sent_at: now, message: "{}" })
    .execute();
}

/** Puts a message back that did not arrive, to be tried again from an instant on. */
export async function putBack(db: Kysely<Tables>, key: Key, notBefore: number) {
  await change(db, key).set({ state: "waiting", not_before: notBefore }).execute();
}

/** Notes that a message may or may not have arrived, and from when on that can be looked up. */
export async function unsure(db: Kysely<Tables>, key: Key, lookAt: number) {
  await change(db, key).set({ not_before: lookAt }).execute();
}

/** Gives up a message that can never be sent, so that those after it are not held up; its words go too. */
export async function giveUp(db: Kysely<Tables>, key: Key) {
  await change(db, key).set({ state: "failed", message: "{}" }).execute();
}

/** Takes back a message that surely has not gone out yet; one that is on its way is left. */
export async function callBack(db: Kysely<Tables>, key: Key) {
  await change(db, key).where("state", "=", "waiting").set({ state: "failed", message: "{}" }).execute();
}

/** Says where a message stands in Slack, where that was not known yet. */
export async function standsAt(db: Kysely<Tables>, key: Key, slackTs: string) {
  await change(db, key).where("slack_ts", "is", null).set({ slack_ts: slackTs, state: "sent" }).execute();
}

/** Forgets a message that was given up and never found in Slack, so that its id is free again; says whether it was one. */
export async function makeRoom(db: Kysely<Tables>, { team, id }: Key): Promise<boolean> {
  const gone = await db
    .deleteFrom("outbox")
    .where("team_id", "=", team)
    .where("id", "=", id)
    .where("state", "=", "failed")
    .where("slack_ts", "is", null)
    .executeTakeFirst();
  return Number(gone.numDeletedRows) > 0;
}
