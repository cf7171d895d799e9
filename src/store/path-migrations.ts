import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the store learned about paths, and about what trainers learn back. */
export const PATH_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T14-paths": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("path_member")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("path", "text", (column) => column.notNull())
        .addColumn("title", "text", (column) => column.notNull())
        .addColumn("joined_at", "bigint", (column) => column.notNull())
        .addColumn("left_at", "bigint")
        .addColumn("finished_at", "bigint")
        .addPrimaryKeyConstraint("path_member_key", ["team_id", "user_id", "path"])
        .execute();
      // One path at a time, whatever arrives at the same instant.
      await sql`create unique index path_member_on on path_member (team_id, user_id)
        where left_at is null and finished_at is null`.execute(db);
    },
  },
  "2026-11-22T14-paths-learn-back": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("learn_waiting")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("flow", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("source_id", "text", (column) => column.notNull())
        .addColumn("marks", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("learn_waiting_key", ["team_id", "kind", "source_id"])
        .execute();
      await sql`create index learn_waiting_for on learn_waiting (team_id, kind, flow, version)`.execute(db);
      await db.schema
        .createTable("learnt")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("flow", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("people", "integer", (column) => column.notNull())
        .addColumn("marks", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("learnt_key", ["team_id", "kind", "flow", "version"])
        .execute();
    },
  },
};
