import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about Slack's pace, and what lets it forget without looking at everything. */
export const OUTBOX_MIGRATIONS: Record<string, Migration> = {
  "2026-11-23T01-pace": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("hold")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("until", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("hold_key", ["team_id", "kind"])
        .execute();
      await sql`create index inbox_done on inbox (done_at) where done_at is not null`.execute(db);
      await sql`create index outbox_over on outbox (written_at) where state in ('sent', 'failed', 'asked')`.execute(
        db,
      );
      await sql`create index outbox_target on outbox (team_id, target_id) where state in ('waiting', 'sending')`.execute(
        db,
      );
    },
  },
};
