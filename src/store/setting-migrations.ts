import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about what a workspace's admins decide. */
export const SETTING_MIGRATIONS: Record<string, Migration> = {
  "2026-11-23T03-settings": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("workspace_setting")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("value", "text", (column) => column.notNull())
        .addColumn("by_user", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("workspace_setting_key", ["team_id", "name"])
        .execute();
    },
  },
};
