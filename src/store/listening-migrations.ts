import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about listening games. */
export const LISTENING_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T22-listening": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("listening_story")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("story", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("listening_story_key", ["team_id", "challenge_id"])
        .execute();
      await db.schema
        .createTable("listening_answer")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("heard", "text", (column) => column.notNull())
        .addColumn("question", "text", (column) => column.notNull())
        .addColumn("answered_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("listening_answer_key", ["team_id", "challenge_id", "user_id"])
        .execute();
      await db.schema
        .createTable("listening_quote")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("challenge_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("line", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("listening_quote_key", ["team_id", "id"])
        .execute();
      await sql`create index listening_quote_challenge on listening_quote (team_id, challenge_id)`.execute(
        db,
      );
    },
  },
};
