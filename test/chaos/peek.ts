import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { connect, isPostgres } from "../../src/store/postgres.ts";
import type { Tables } from "../../src/store/tables.ts";

/** Looks into a store that instances are working on. */
export type Peek = {
  db: Kysely<Tables>;
  /** How much is not yet heard, sent or answered. */
  left(): Promise<number>;
  /** How many messages an instance is just bringing to Slack. */
  onTheirWay(): Promise<number>;
  close(): Promise<void>;
};

/** Opens a store only to look; a file has to be there only by then. */
export function peekAt(address: string): Peek {
  const db = isPostgres(address)
    ? connect(address)
    : new Kysely<Tables>({
        dialect: new SqliteDialect({ database: async () => new Database(address, { readonly: true }) }),
      });
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
    onTheirWay: async () => {
      const taken = await db
        .selectFrom("outbox")
        .select("id")
        .where("state", "=", "sending")
        .where("held_by", "is not", null)
        .execute();
      return taken.length;
    },
    close: () => db.destroy(),
  };
}
