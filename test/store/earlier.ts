import type Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { HISTORY } from "../../src/store/history.ts";

/** Brings an embedded store to where it stood before the step of that name, or up to date. */
export async function bringUpTo(database: Database.Database, step = "9999"): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const known = Object.fromEntries(Object.entries(HISTORY).filter(([name]) => name < step));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => known },
  }).migrateToLatest();
  if (error) throw error;
}
