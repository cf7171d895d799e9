import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { LEASE } from "../../src/store/holder.ts";
import { connect, isPostgres } from "../../src/store/postgres.ts";
import type { Tables } from "../../src/store/tables.ts";

/** Looks into a store that instances are working on. */
export type Peek = {
  db: Kysely<Tables>;
  /** How much is not yet heard, sent or answered. */
  left(): Promise<number>;
  /** How many messages an instance is just bringing to Slack. */
  onTheirWay(): Promise<number>;
  /** When the one was taken that may have been on its way the longest, in ms since 1970; nothing where there is none. */
  takenAt(): Promise<number | undefined>;
  close(): Promise<void>;
};

/** Opens a store only to look. */
export function peekAt(address: string): Peek {
  const db = isPostgres(address)
    ? connect(address)
    : new Kysely<Tables>({
        dialect: new SqliteDialect({ database: new Database(address, { readonly: true }) }),
      });
  const taken = () =>
    db
      .selectFrom("outbox")
      .select(["held_by", "held_until"])
      .where("state", "=", "sending")
      .where("held_until", "is not", null)
      .execute();
  return {
    db,
    left: async () => {
      const inbox = await db.selectFrom("inbox").select("id").where("done_at", "is", null).execute();
      const outbox = await db
        .selectFrom("outbox")
        .select("id")
        .where("state", "in", ["waiting", "sending"])
        .execute();
      const due = await db
        .selectFrom("due")
        .select("kind")
        .where("kind", "in", ["quiet", "debrief"])
        .execute();
      return inbox.length + outbox.length + due.length;
    },
    onTheirWay: async () => (await taken()).filter(({ held_by }) => held_by !== null).length,
    takenAt: async () => {
      const instants = (await taken()).map(({ held_until }) => Number(held_until) - LEASE);
      return instants.length > 0 ? Math.min(...instants) : undefined;
    },
    close: () => db.destroy(),
  };
}
