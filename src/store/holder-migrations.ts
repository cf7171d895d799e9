import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about several instances: which of them does something just now, and until when it is left to it. */
export const HOLDER_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T24-holders": {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable("outbox").addColumn("held_by", "text").execute();
      await db.schema.alterTable("outbox").addColumn("held_until", "bigint").execute();
      await db.schema.alterTable("inbox").addColumn("held_by", "text").execute();
      // Instances look again and again for what was left undone.
      await sql`create index inbox_undone on inbox (received_at) where done_at is null`.execute(db);
    },
  },
};
