import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about who used a privilege. */
export const AUDIT_MIGRATIONS: Record<string, Migration> = {
  "2026-11-23T03b-audit": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("audit")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("by_user", "text")
        .addColumn("did", "text", (column) => column.notNull())
        .addColumn("about", "text", (column) => column.notNull())
        .addColumn("denied", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("audit_key", ["team_id", "id"])
        .execute();
      await sql`create index audit_at on audit (at)`.execute(db);
    },
  },
};
