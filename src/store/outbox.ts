import { randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import { compiledToSend } from "./compiled.ts";
import { inSoManyWords } from "./in-so-many-words.ts";
import type { Tables } from "./tables.ts";

/** A channel, in which messages stand in the order in which they were written down. */
export type Place = { team: string; channel: string };

/**
 * A message on its way out. `target` is the outbox id of the message that an update changes, a delete removes, or in
 * whose thread a new one stands; the message of a delete is what is put there when Slack does not let it be removed.
 */
export type Outgoing = Place & {
  id: string;
  kind: "post" | "update" | "delete";
  target: string | undefined;
  /** Where the target stands in Slack, once it was sent. */
  targetTs: string | undefined;
  message: unknown;
  /** How often it was tried, this time included. */
  tries: number;
  /** ms since 1970. */
  writtenAt: number;
};

/** A message to be written down: a new one, one under another, or what changes or removes one. */
export type Draft = Place & { message: unknown; updates?: string; deletes?: string; under?: string };

/** Writes a message down for sending, after everything already written for that channel. */
export async function writeOut(
  db: Kysely<Tables>,
  { team, channel, message, updates, deletes, under }: Draft,
  now: number,
  id: string = randomUUID(),
): Promise<string> {
  await write(db, {
    team,
    id,
    channel,
    kind: deletes ? "delete" : updates ? "update" : "post",
    target: deletes ?? updates ?? under ?? null,
    message: JSON.stringify(message),
    now,
    underName: isUnderName(message) ? 1 : 0,
  });
  return id;
}

/** The states of what is unsent, as the indexes of its rows say them. */
export const UNSENT = inSoManyWords("waiting", "sending");

type Written = Place &
  Pick<Outgoing, "id" | "kind"> & { target: string | null; message: string; now: number; underName: number };

const write = compiledToSend((db, { team, id, channel, kind, target, message, now, underName }: Written) =>
  db.insertInto("outbox").values({
    team_id: team,
    id,
    channel_id: channel,
    seq: nextSeq(db, { team, channel }),
    kind,
    target_id: target,
    message,
    state: "waiting",
    not_before: now,
    tries: 0,
    slack_ts: null,
    written_at: now,
    sent_at: null,
    held_by: null,
    held_until: null,
    under_name: underName,
  }),
);

const isUnderName = (message: unknown) =>
  typeof message === "object" && message !== null && "username" in message;

/** The place after everything that was ever written down for a channel. */
export const nextSeq = (db: Kysely<Tables>, { team, channel }: Place) =>
  db
    .selectFrom("outbox as written")
    .select(({ eb, fn, lit }) =>
      eb(fn.coalesce(fn.max<number>("written.seq"), lit(0)), "+", lit(1)).as("next"),
    )
    .where("written.team_id", "=", team)
    .where("written.channel_id", "=", channel);

/** A row of the outbox as the sender needs it. */
export const toOutgoing = (
  row: Omit<Selectable<Tables["outbox"]>, "state"> & { target_ts: string | null },
): Outgoing => ({
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
