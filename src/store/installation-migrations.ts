import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about being installed in many workspaces. */
export const INSTALLATION_MIGRATIONS: Record<string, Migration> = {
  "2026-11-23T02-installations": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("installation")
        .addColumn("team_id", "text", (column) => column.notNull().primaryKey())
        .addColumn("sealed", "text", (column) => column.notNull())
        .addColumn("key_id", "text", (column) => column.notNull())
        .addColumn("installed_at", "bigint", (column) => column.notNull())
        .addColumn("expires_at", "bigint")
        .addColumn("held_until", "bigint")
        .execute();
    },
  },
};
