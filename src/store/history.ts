import type { Migration } from "kysely/migration";
import { MIGRATIONS } from "./migrations.ts";
import { PATH_MIGRATIONS } from "./path-migrations.ts";

/** The store's whole history, oldest first. */
export const HISTORY: Record<string, Migration> = { ...MIGRATIONS, ...PATH_MIGRATIONS };
