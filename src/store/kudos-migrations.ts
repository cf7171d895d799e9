import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about kudos. */
export const KUDOS_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T23c-kudos": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("kudos")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("from_user", "text", (column) => column.notNull())
        .addColumn("from_channel", "text", (column) => column.notNull())
        .addColumn("to_user", "text", (column) => column.notNull())
        .addColumn("to_channel", "text", (column) => column.notNull())
        .addColumn("skill", "text", (column) => column.notNull())
        .addColumn("reason", "text", (column) => column.notNull())
        .addColumn("link", "text")
        .addColumn("given_at", "bigint", (column) => column.notNull())
        .addColumn("shown_in", "text")
        .addColumn("shown_as", "text")
        .addColumn("taken_back_at", "bigint")
        .addPrimaryKeyConstraint("kudos_key", ["team_id", "id"])
        .execute();
      await sql`create index kudos_from on kudos (team_id, from_user, given_at)`.execute(db);
      await sql`create index kudos_to on kudos (team_id, to_user, given_at)`.execute(db);
    },
  },
};
