import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about what a lead sees. */
export const TEAM_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T23b-teams": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("workspace")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("since", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("workspace_key", ["team_id"])
        .execute();
      // Where something was kept already, its workspace is as old as the oldest of it.
      await sql`insert into workspace (team_id, since)
        select team_id, min(at) from (
          select team_id, started_at as at from session
          union all select team_id, written_at as at from outbox
        ) as kept group by team_id`.execute(db);
      await db.schema
        .createTable("team_waiting")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("skill", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("flow", "text", (column) => column.notNull())
        .addColumn("clear", "integer", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("team_waiting_key", ["team_id", "channel_id", "skill", "user_id"])
        .execute();
      await db.schema
        .createTable("team_batch")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("skill", "text", (column) => column.notNull())
        .addColumn("n", "integer", (column) => column.notNull())
        .addColumn("people", "integer", (column) => column.notNull())
        .addColumn("share", "text", (column) => column.notNull())
        .addColumn("day", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("team_batch_key", ["team_id", "channel_id", "skill", "n"])
        .execute();
      await db.schema
        .createTable("team_part")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("people", "integer", (column) => column.notNull())
        .addColumn("ended_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("team_part_key", ["team_id", "channel_id", "challenge_id"])
        .execute();
      await db.schema
        .createTable("team_digest")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("dm_id", "text", (column) => column.notNull())
        .addColumn("zone", "text", (column) => column.notNull())
        .addColumn("told", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("team_digest_key", ["team_id", "user_id", "channel_id"])
        .execute();
    },
  },
};
