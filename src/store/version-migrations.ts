import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about flows that trainers bring in Slack. */
export const VERSION_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T18-published-flows": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("flow_version")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("flow_id", "text", (column) => column.notNull())
        .addColumn("hash", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("version", "integer")
        .addColumn("note", "text", (column) => column.notNull())
        .addColumn("by_user", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addColumn("published_at", "bigint")
        .addColumn("approved_by", "text")
        .addPrimaryKeyConstraint("flow_version_key", ["team_id", "id"])
        .execute();
      // Drafts have no number yet; of a published one there is only one of each number.
      await sql`create unique index flow_version_once on flow_version (team_id, flow_id, version)`.execute(
        db,
      );
      await db.schema.alterTable("session").addColumn("trial_of", "text").execute();
      await sql`create index session_flow on session (team_id, flow_hash)`.execute(db);
    },
  },
};
