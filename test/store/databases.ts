import type { Opened } from "../../src/store/opened.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { emptied, POSTGRES } from "./own-schema.ts";

/** Every engine there is, opened below the store, for claims about the tables themselves. */
export const DATABASES: (readonly [name: string, open: () => Promise<Opened>])[] = [
  ["SQLite", () => openSqlite(":memory:")],
  ...(POSTGRES.isThere ? [["PostgreSQL", async () => openPostgres(await emptied())] as const] : []),
];
