import { isPostgres } from "./postgres.ts";
import { STORE_FILE } from "./sqlite.ts";

/** Where Tightrope keeps its store, as the environment says: DATABASE_URL, or else the file of TIGHTROPE_DB. */
export const storeAddress = ({ DATABASE_URL, TIGHTROPE_DB }: NodeJS.ProcessEnv): string =>
  DATABASE_URL && isPostgres(DATABASE_URL) ? DATABASE_URL : TIGHTROPE_DB || STORE_FILE;
