import { isPostgres } from "./postgres.ts";
import { STORE_FILE } from "./sqlite.ts";

/** What to do when DATABASE_URL names no database of ours. */
export const DATABASE_URL_HELP =
  "DATABASE_URL must be the address of a PostgreSQL database such as postgres://user:password@host:5432/tightrope. Leave it out to keep everything in one file.";

/** DATABASE_URL is set, and names nothing that a store can be in. */
export class NoAddress extends Error {
  constructor() {
    super(DATABASE_URL_HELP);
  }
}

/** Whether DATABASE_URL names a database that the store can be in. */
export const isDatabaseAddress = (address: string): boolean => isPostgres(address) && URL.canParse(address);

/**
 * Where Tightrope keeps its store, as the environment says: DATABASE_URL, or else the file of TIGHTROPE_DB.
 * @throws {NoAddress} when DATABASE_URL names no database: the file beside it would be another store than is meant.
 */
export function storeAddress({ DATABASE_URL, TIGHTROPE_DB }: NodeJS.ProcessEnv): string {
  if (!DATABASE_URL) return TIGHTROPE_DB?.trim() || STORE_FILE;
  const address = DATABASE_URL.trim();
  if (!isDatabaseAddress(address)) throw new NoAddress();
  return address;
}
