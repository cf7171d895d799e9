import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The store's history, oldest first; a new version adds to it and never changes what is there. */
export const MIGRATIONS: Record<string, Migration> = {
  "2026-11-22-first": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("inbox")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("body", "text", (column) => column.notNull())
        .addColumn("received_at", "bigint", (column) => column.notNull())
        .addColumn("done_at", "bigint")
        .addPrimaryKeyConstraint("inbox_key", ["team_id", "id"])
        .execute();
      await db.schema
        .createTable("flow_source")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("hash", "text", (column) => column.notNull())
        .addColumn("flow", "text", (column) => column.notNull())
        .addColumn("source", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("flow_source_key", ["team_id", "hash"])
        .execute();
      await db.schema
        .createTable("session")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("flow_hash", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("record", "text", (column) => column.notNull())
        .addColumn("pending", "text", (column) => column.notNull())
        .addColumn("control_id", "text", (column) => column.notNull())
        .addColumn("started_at", "bigint", (column) => column.notNull())
        .addColumn("updated_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("session_key", ["team_id", "id"])
        .execute();
      // One running session for each trainee, whatever arrives at the same instant.
      await sql`create unique index session_running on session (team_id, user_id)
        where state in ('playing', 'paused')`.execute(db);
      await db.schema
        .createTable("outbox")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("seq", "bigint", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("target_id", "text")
        .addColumn("message", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("not_before", "bigint", (column) => column.notNull())
        .addColumn("tries", "integer", (column) => column.notNull())
        .addColumn("slack_ts", "text")
        .addColumn("written_at", "bigint", (column) => column.notNull())
        .addColumn("sent_at", "bigint")
        .addPrimaryKeyConstraint("outbox_key", ["team_id", "id"])
        .execute();
      await sql`create unique index outbox_order on outbox (team_id, channel_id, seq)`.execute(db);
      await sql`create index outbox_unsent on outbox (team_id, channel_id, seq)
        where state in ('waiting', 'sending')`.execute(db);
      await db.schema
        .createTable("due")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("subject", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("due_key", ["team_id", "kind", "subject"])
        .execute();
      await sql`create index due_at on due (at)`.execute(db);
    },
  },
  "2026-11-22-retry": {
    async up(db: Kysely<unknown>) {
      const changed = db.schema.alterTable("session");
      await changed.addColumn("retry_of", "text").execute();
      await changed.addColumn("retry_turn", "integer").execute();
      await changed.addColumn("own_view", "text").execute();
      await changed.addColumn("debriefed_at", "bigint").execute();
    },
  },
  "2026-11-22-seen-home": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("home")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("home_key", ["team_id", "user_id"])
        .execute();
    },
  },
  "2026-11-22-sessions-of-user": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createIndex("session_of_user")
        .on("session")
        .columns(["team_id", "user_id", "started_at"])
        .execute();
    },
  },
  "2026-11-22-share": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("share")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("practice_id", "text", (column) => column.notNull())
        .addColumn("title", "text", (column) => column.notNull())
        .addColumn("by_user", "text", (column) => column.notNull())
        .addColumn("home_channel", "text", (column) => column.notNull())
        .addColumn("to_kind", "text", (column) => column.notNull())
        .addColumn("to_id", "text", (column) => column.notNull())
        .addColumn("to_channel", "text", (column) => column.notNull())
        .addColumn("scope", "text", (column) => column.notNull())
        .addColumn("lines", "text", (column) => column.notNull())
        .addColumn("shared_at", "bigint", (column) => column.notNull())
        .addColumn("until_at", "bigint", (column) => column.notNull())
        .addColumn("ended_at", "bigint")
        .addColumn("ended_how", "text")
        .addPrimaryKeyConstraint("share_key", ["team_id", "id"])
        .execute();
      await sql`create index share_given on share (team_id, by_user) where ended_at is null`.execute(db);
      await db.schema
        .createTable("share_answer")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("share_id", "text", (column) => column.notNull())
        .addColumn("by_user", "text", (column) => column.notNull())
        .addColumn("skill", "text", (column) => column.notNull())
        .addColumn("quote", "text", (column) => column.notNull())
        .addColumn("noticed", "text", (column) => column.notNull())
        .addColumn("given_at", "bigint", (column) => column.notNull())
        .addColumn("handed_at", "bigint")
        .addPrimaryKeyConstraint("share_answer_key", ["team_id", "id"])
        .execute();
      await sql`create index share_answer_of on share_answer (team_id, share_id)`.execute(db);
    },
  },
  "2026-11-22-spaced-reminders": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("rhythm")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("counted_from", "bigint", (column) => column.notNull())
        .addColumn("step", "integer", (column) => column.notNull())
        .addColumn("zone", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("rhythm_key", ["team_id", "user_id"])
        .execute();
    },
  },
  "2026-11-22-talk-back": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("appeal")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("practice_id", "text", (column) => column.notNull())
        .addColumn("turn", "integer", (column) => column.notNull())
        .addColumn("about", "text", (column) => column.notNull())
        .addColumn("appeal", "text", (column) => column.notNull())
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("appeal_key", ["team_id", "id"])
        .execute();
      // A reading is answered once, whatever arrives at the same instant.
      await sql`create unique index appeal_once on appeal (team_id, practice_id, turn, about)`.execute(db);
    },
  },
  "2026-11-22-tap": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("tap")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("tap_key", ["team_id", "name"])
        .execute();
    },
  },
  "2026-11-22-without-hints": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable("session")
        .addColumn("without_hints", "integer", (column) => column.notNull().defaultTo(0))
        .execute();
    },
  },
  "2026-11-22T12-shared-parts": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable("flow_source")
        .addColumn("shared", "text", (column) => column.notNull().defaultTo("[]"))
        .execute();
    },
  },
};
