import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about letting go of what it kept. */
export const RETENTION_MIGRATIONS: Record<string, Migration> = {
  "2026-11-23T04-retention": {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable("session").addColumn("wordless_at", "bigint").execute();
      await db.schema.alterTable("relay").addColumn("wordless_at", "bigint").execute();
      await db.schema
        .alterTable("outbox")
        .addColumn("under_name", "integer", (column) => column.notNull().defaultTo(0))
        .execute();
      // By the day they began, which never changes: a message more costs neither index anything.
      await sql`create index session_with_words on session (team_id, started_at)
        where wordless_at is null`.execute(db);
      await sql`create index session_without_words on session (team_id, started_at)
        where wordless_at is not null`.execute(db);
      await db.schema
        .createTable("presence")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("asked_at", "bigint", (column) => column.notNull())
        .addColumn("gone_since", "bigint")
        .addPrimaryKeyConstraint("presence_key", ["team_id", "user_id"])
        .execute();
    },
  },
};
