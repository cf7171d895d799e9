import { isPostgres } from "./postgres.ts";
import { STORE_FILE } from "./sqlite.ts";

/** What to do when DATABASE_URL names no database of ours. */
export const DATABASE_URL_HELP =
  "DATABASE_URL must be the address of a PostgreSQL database such as postgres://user:password@host:5432/tightrope. Leave it out to keep everything in one file.";

/** What to do when TIGHTROPE_DB names no file that lasts. */
export const TIGHTROPE_DB_HELP =
  "TIGHTROPE_DB must name a file on a disk, such as data/tightrope.db. :memory: would forget everything when Tightrope stops, an address such as file:… is not understood, and that of a PostgreSQL database belongs into DATABASE_URL. Leave it out to use data/tightrope.db.";

const SSL_MODES = ["disable", "prefer", "require", "verify-ca", "verify-full", "no-verify"];
const SSL_HELP = `In the address of the database (DATABASE_URL) sslmode must be one of ${SSL_MODES.join(", ")}. Leave it out to connect without encryption.`;

/** DATABASE_URL or TIGHTROPE_DB is set, and names nothing that a store can be in; the message says what to do. */
export class NoAddress extends Error {}

/** Why an address names no database that the store can be in, in words; nothing when it may. */
export function whyNoDatabase(address: string): string | undefined {
  if (!isPostgres(address) || !URL.canParse(address)) return DATABASE_URL_HELP;
  // pg takes one that it does not know for verify-full, whatever was meant.
  const modes = new URL(address).searchParams.getAll("sslmode");
  return modes.every((mode) => mode === "" || SSL_MODES.includes(mode)) ? undefined : SSL_HELP;
}

/** Whether a name is that of a file, and of none that forgets everything. */
export const isStoreFile = (name: string): boolean => name !== ":memory:" && !/^file:|:\/\//i.test(name);

/** The name of a store's file as it was given. @throws {NoAddress} when it is none. */
export function storeFile(name: string): string {
  if (!isStoreFile(name)) throw new NoAddress(TIGHTROPE_DB_HELP);
  return name;
}

/** The file that the environment names for an embedded store, whether it is one or not. */
export const fileIn = ({ TIGHTROPE_DB }: NodeJS.ProcessEnv): string => TIGHTROPE_DB?.trim() || STORE_FILE;

/**
 * Where Tightrope keeps its store, as the environment says: DATABASE_URL, or else the file of TIGHTROPE_DB.
 * @throws {NoAddress} when DATABASE_URL names no database: the file beside it would be another store than is meant; when
 * TIGHTROPE_DB names no file.
 */
export function storeAddress({ DATABASE_URL, TIGHTROPE_DB }: NodeJS.ProcessEnv): string {
  if (!DATABASE_URL) return storeFile(fileIn({ TIGHTROPE_DB }));
  const address = DATABASE_URL.trim();
  const why = whyNoDatabase(address);
  if (why) throw new NoAddress(why);
  return address;
}
