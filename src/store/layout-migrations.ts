import { type Kysely, SqliteAdapter, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** How the embedded store lays its rows out on pages. */
export const LAYOUT_MIGRATIONS: Record<string, Migration> = {
  // Rows of these two come and go with every message. SQLite keeps a row by a number of its own and, beside it, that
  // number by the row's key, unless it is told to keep the row by its key: a page less to write for each.
  // See https://www.sqlite.org/withoutrowid.html.
  "2026-11-23T05-by-key": {
    async up(db: Kysely<unknown>) {
      if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return;
      for (const table of ["due", "inbox"]) await keepByKey(db, table);
    },
  },
};

async function keepByKey(db: Kysely<unknown>, table: string): Promise<void> {
  // The table comes first, and then its indexes.
  const { rows } = await sql<{ made: string }>`
    select sql as made from sqlite_master where tbl_name = ${table} and sql is not null
    order by type desc`.execute(db);
  const [itself, ...indexes] = rows.map(({ made }) => made);
  const steps = [
    `alter table ${table} rename to ${table}_by_number`,
    `${itself} without rowid`,
    `insert into ${table} select * from ${table}_by_number`,
    `drop table ${table}_by_number`,
    ...indexes,
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}
