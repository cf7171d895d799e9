import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { Tables } from "./tables.ts";

/** There is no store to read from. */
export class NoStore extends Error {
  constructor(file: string) {
    super(
      `There is no store at ${file}. Name the file that Tightrope uses with TIGHTROPE_DB. (What is tried in the local stand-in is never kept.)`,
    );
  }
}

/**
 * Reads a store's file, changing nothing, so that it can be done while Tightrope runs. A store that was last opened by
 * an older version may have no such table yet; then there is nothing.
 * @throws {NoStore} when the file is not there.
 */
export async function readStore<Found>(
  file: string,
  table: keyof Tables,
  read: (db: Kysely<Tables>) => Promise<Found[]>,
): Promise<Found[]> {
  if (!existsSync(file)) throw new NoStore(file);
  const database = new Database(file, { readonly: true, timeout: 5_000 });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    const known = await db.introspection.getTables();
    return known.some(({ name }) => name === table) ? await read(db) : [];
  } finally {
    await db.destroy();
  }
}
