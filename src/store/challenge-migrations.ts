import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about what teams do together. */
export const CHALLENGE_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T20-challenges": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("challenge")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("by_user", "text", (column) => column.notNull())
        .addColumn("lead_channel", "text", (column) => column.notNull())
        .addColumn("plan", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addColumn("shown_at", "bigint", (column) => column.notNull())
        .addColumn("milestones", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("challenge_key", ["team_id", "id"])
        .execute();
      await db.schema
        .createTable("challenge_channel")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("open", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("challenge_channel_key", ["team_id", "challenge_id", "channel_id"])
        .execute();
      // One challenge at a time in a channel, whatever arrives at the same instant.
      await sql`create unique index challenge_channel_open on challenge_channel (team_id, channel_id)
        where open = 1`.execute(db);
      await db.schema
        .createTable("challenge_member")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("alias", "text")
        .addColumn("on_board", "integer", (column) => column.notNull())
        .addColumn("joined_at", "bigint", (column) => column.notNull())
        .addColumn("left_at", "bigint")
        .addPrimaryKeyConstraint("challenge_member_key", ["team_id", "challenge_id", "user_id"])
        .execute();
      await sql`create index challenge_member_user on challenge_member (team_id, user_id)`.execute(db);
      await db.schema
        .createTable("challenge_count")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("source", "text", (column) => column.notNull())
        .addColumn("user_id", "text")
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("amount", "integer", (column) => column.notNull())
        .addColumn("counted_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("challenge_count_key", ["team_id", "challenge_id", "source"])
        .execute();
    },
  },
};
