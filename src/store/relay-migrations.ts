import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about talks that a team has together, and about replaying them in a meeting. */
export const RELAY_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T21-relays": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("relay")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("flow_hash", "text", (column) => column.notNull())
        .addColumn("record", "text", (column) => column.notNull())
        .addColumn("newest_id", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("relay_key", ["team_id", "challenge_id"])
        .execute();
      await db.schema
        .createTable("relay_turn")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("turn", "integer", (column) => column.notNull())
        .addColumn("user_id", "text")
        .addPrimaryKeyConstraint("relay_turn_key", ["team_id", "challenge_id", "turn"])
        .execute();
      await sql`create index relay_turn_user on relay_turn (team_id, user_id)`.execute(db);
    },
  },
  "2026-11-22T21-relays-huddles": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("huddle")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("host_user", "text", (column) => column.notNull())
        .addColumn("host_channel", "text", (column) => column.notNull())
        .addColumn("source_kind", "text", (column) => column.notNull())
        .addColumn("source_id", "text", (column) => column.notNull())
        .addColumn("turn", "integer", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("counts", "text", (column) => column.notNull())
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("huddle_key", ["team_id", "id"])
        .execute();
      // One huddle at a time in a channel, whatever arrives at the same instant.
      await sql`create unique index huddle_open on huddle (team_id, channel_id)
        where state in ('voting', 'shown')`.execute(db);
      await sql`create index huddle_source on huddle (team_id, source_kind, source_id)`.execute(db);
      await db.schema
        .createTable("huddle_vote")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("huddle_id", "text", (column) => column.notNull())
        .addColumn("turn", "integer", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("choice", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("huddle_vote_key", ["team_id", "huddle_id", "turn", "user_id"])
        .execute();
    },
  },
};
