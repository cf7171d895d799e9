import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { compiled } from "./compiled.ts";
import { freeFor, HELD_NO_MORE, type Holder, held } from "./holder.ts";
import { nextSeq, type Outgoing, toOutgoing } from "./outbox.ts";
import type { Tables } from "./tables.ts";

type Key = Pick<Outgoing, "team" | "id">;

const change = (db: Kysely<Tables>, { team, id }: Key) =>
  db.updateTable("outbox").where("team_id", "=", team).where("id", "=", id);

// What another instance holds by now is left to it.
const own = (db: Kysely<Tables>, key: Key, { by }: Holder) =>
  change(db, key).where((eb) => eb.or([eb("held_by", "is", null), eb("held_by", "=", by)]));

/**
 * Writes down what became of a message on its way, such as a picture that is uploaded already; it takes a while longer.
 * False when it is another's by now, and must not be sent.
 */
export async function amend(
  db: Kysely<Tables>,
  key: Key,
  holder: Holder,
  message: unknown,
  now: number,
): Promise<boolean> {
  const changed = await own(db, key, holder)
    .where("state", "=", "sending")
    .set({ ...held(holder, now), message: JSON.stringify(message) })
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

/** Takes it upon oneself to find out whether a message arrived; false when that is no question, or another's. */
export async function markSettling(
  db: Kysely<Tables>,
  key: Key,
  holder: Holder,
  now: number,
): Promise<boolean> {
  const changed = await change(db, key)
    .where("state", "=", "sending")
    .where("not_before", "<=", now)
    .where(freeFor(holder, now, "outbox"))
    .set(held(holder, now))
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

/** Notes that a message arrived, and its place in Slack; its words are no longer kept. */
export async function markSent(db: Kysely<Tables>, key: Key, slackTs: string | undefined, now: number) {
  await arrive(db, { team: key.team, id: key.id, slackTs: slackTs ?? null, now });
}

const arrive = compiled((db, { team, id, slackTs, now }: Key & { slackTs: string | null; now: number }) =>
  change(db, { team, id }).set({
    ...HELD_NO_MORE,
    state: "sent",
    slack_ts: slackTs,
    sent_at: now,
    message: "{}",
  }),
);

/** Puts a message back that did not arrive, to be tried again from an instant on. */
export async function putBack(db: Kysely<Tables>, key: Key, holder: Holder, notBefore: number) {
  await own(db, key, holder)
    .where("state", "=", "sending")
    .set({ ...HELD_NO_MORE, state: "waiting", not_before: notBefore })
    .execute();
}

/** Notes that a message may or may not have arrived, and from when on that can be looked up, by whoever comes first. */
export async function unsure(db: Kysely<Tables>, key: Key, holder: Holder, lookAt: number) {
  await own(db, key, holder)
    .set({ ...HELD_NO_MORE, not_before: lookAt })
    .execute();
}

/**
 * Notes that Slack gave no answer, and from when on the message can be looked up. As when its holder is gone, it may
 * still be on its way, so until when is kept.
 */
export async function unanswered(db: Kysely<Tables>, key: Key, holder: Holder, lookAt: number) {
  await own(db, key, holder).set({ held_by: null, not_before: lookAt }).execute();
}

/**
 * Gives up a message that can never be sent, so that those after it are not held up; its words go too. False when it
 * is another's by now.
 */
export async function giveUp(db: Kysely<Tables>, key: Key, holder: Holder): Promise<boolean> {
  const changed = await own(db, key, holder)
    .where("state", "in", ["waiting", "sending"])
    .set({ ...HELD_NO_MORE, state: "failed", message: "{}" })
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

/** Sets a message aside until somebody has said whether it arrived; its words are kept. False when it is another's by now. */
export async function setAside(db: Kysely<Tables>, key: Key, holder: Holder): Promise<boolean> {
  const changed = await own(db, key, holder)
    .where("state", "=", "sending")
    .set({ ...HELD_NO_MORE, state: "asked" })
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

/** A message that was set aside; nothing once somebody has answered. */
export async function askedAbout(db: Kysely<Tables>, key: Key): Promise<Outgoing | undefined> {
  const row = await db
    .selectFrom("outbox")
    .selectAll()
    .select(sql<null>`null`.as("target_ts"))
    .where("team_id", "=", key.team)
    .where("id", "=", key.id)
    .where("state", "=", "asked")
    .executeTakeFirst();
  return row && toOutgoing(row);
}

/** A message that was set aside has arrived, as somebody says; where it stands stays unknown. */
export async function hasArrived(db: Kysely<Tables>, key: Key, now: number): Promise<void> {
  await change(db, key)
    .where("state", "=", "asked")
    .set({ state: "sent", sent_at: now, message: "{}" })
    .execute();
}

/** A message that was set aside goes out once more, after everything that waits in its channel. */
export async function sendAgain(
  db: Kysely<Tables>,
  { team, id, channel }: Outgoing,
  now: number,
): Promise<void> {
  await change(db, { team, id })
    .where("state", "=", "asked")
    .set({ state: "waiting", not_before: now, seq: nextSeq(db, { team, channel }) })
    .execute();
}

/** Takes back a message that surely has not gone out yet; one that is on its way is left. */
export async function callBack(db: Kysely<Tables>, key: Key) {
  await change(db, key).where("state", "=", "waiting").set({ state: "failed", message: "{}" }).execute();
}

/** Says where a message stands in Slack, where that was not known yet: it has arrived. */
export async function standsAt(db: Kysely<Tables>, key: Key, slackTs: string, now: number) {
  await change(db, key)
    .where("slack_ts", "is", null)
    .set({ ...HELD_NO_MORE, state: "sent", slack_ts: slackTs, sent_at: now, message: "{}" })
    .execute();
}

// Given up, and never found in Slack.
const isLost = (eb: ExpressionBuilder<Tables, "outbox">) =>
  eb("state", "=", "failed").and("slack_ts", "is", null);

/** Whether a message was given up, so that it is not known whether and where it stands in Slack. */
export async function isGivenUp(db: Kysely<Tables>, { team, id }: Key): Promise<boolean> {
  const row = await db
    .selectFrom("outbox")
    .select("id")
    .where("team_id", "=", team)
    .where("id", "=", id)
    .where(isLost)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets a message that was given up and never found in Slack, so that its id is free again; says whether it was one. */
export async function makeRoom(db: Kysely<Tables>, { team, id }: Key): Promise<boolean> {
  const gone = await db
    .deleteFrom("outbox")
    .where("team_id", "=", team)
    .where("id", "=", id)
    .where(isLost)
    .executeTakeFirst();
  return Number(gone.numDeletedRows) > 0;
}
