import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { connect, DatabaseOutOfReach, isPostgres, outOfReach } from "./postgres.ts";
import { NoAddress } from "./store-address.ts";
import type { Tables } from "./tables.ts";

/** There is no store to read from. */
export class NoStore extends Error {
  constructor(file: string) {
    super(`There is no store at ${file}. Name the file that Tightrope uses with TIGHTROPE_DB.`);
  }
}

/** Whether an error says in words why there is no store that could be read. */
export const isUnreadable = (error: unknown): error is Error =>
  [NoAddress, NoStore, DatabaseOutOfReach].some((kind) => error instanceof kind);

/**
 * Reads the store at an address, changing nothing, so that it can be done while Tightrope runs. A store that was last opened by
 * an older version may have no such table yet; then there is nothing.
 * @throws {NoStore} when its file is not there.
 * @throws {DatabaseOutOfReach} when its database cannot be reached.
 */
export async function readStore<Found>(
  address: string,
  table: keyof Tables,
  read: (db: Kysely<Tables>) => Promise<Found[]>,
): Promise<Found[]> {
  const db = isPostgres(address) ? connect(address) : readOnly(address);
  try {
    const known = await db.introspection.getTables();
    return known.some(({ name }) => name === table) ? await read(db) : [];
  } catch (error) {
    throw isPostgres(address) ? outOfReach(address, error) : error;
  } finally {
    await db.destroy();
  }
}

function readOnly(file: string): Kysely<Tables> {
  if (!existsSync(file)) throw new NoStore(file);
  const database = new Database(file, { readonly: true, timeout: 5_000 });
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
