import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about whom the app knows. */
export const ACQUAINTANCE_MIGRATIONS: Record<string, Migration> = {
  "2026-11-23T14-acquaintances": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("acquaintance")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("called", "text", (column) => column.notNull())
        .addColumn("zone", "text", (column) => column.notNull())
        .addColumn("asked_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("acquaintance_key", ["team_id", "user_id"])
        .execute();
    },
  },
};
