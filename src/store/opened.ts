import type { Kysely, Transaction } from "kysely";
import { DEFAULT_MIGRATION_TABLE, type MigrationProvider, Migrator } from "kysely/migration";
import { HISTORY } from "./history.ts";
import type { Tables } from "./tables.ts";

/** An open database, and what its engine does in its own way. */
export type Opened = {
  db: Kysely<Tables>;
  /**
   * The same for what can be found out again: nobody waits until it is on disk, and a crash may take the last moment
   * of it.
   */
  later: Kysely<Tables>;
  /**
   * Does work in a transaction of its own, after every other such work of the same workspace and before the next,
   * whichever instance does it: what was read stays true until it is written.
   */
  inTurn<Found>(team: string, work: (trx: Transaction<Tables>) => Promise<Found>): Promise<Found>;
  /** What this instance is called in the rows that it works on. */
  name: string;
  /** Which of the instances that hold something give no sign of life just now; where there can be one alone, it may be among them. */
  gone(): Promise<string[]>;
  /** Whether this one does, as far as it knows; otherwise it must begin nothing that the others may take over. */
  isSeen(): boolean;
  /** @throws {StoreGone} when what is written goes where nobody finds it, because a file was removed or replaced. */
  ensureInPlace(): void;
  /** Does it again, for so many ms, where the way to the database was cut; what was cut off has had no effect, or may be done twice. */
  again<Found>(work: () => Promise<Found>, patience: number): Promise<Found>;
  close(): Promise<void>;
};

/** A newer version has been here; what it changed is not known to this one. */
export class NewerStore extends Error {
  constructor() {
    super(
      "A newer Tightrope has changed this store. Start that version again, or restore a backup from before (docs/runbook.md).",
    );
  }
}

/** Something else is kept where the store should be. */
export class ForeignStore extends Error {
  constructor() {
    super(
      "Something else is kept there, and it was left as it was. Name a file that is not there yet with TIGHTROPE_DB, or a database or schema of its own with DATABASE_URL.",
    );
  }
}

const provider: MigrationProvider = { getMigrations: async () => HISTORY };

/**
 * Brings a database up to date; the first instance that comes does it, and the others wait.
 * @param schema where its own notes about that are kept; the only place there is unless told.
 * @throws {NewerStore} when a newer version has changed it. @throws {ForeignStore} when it is something else; what the
 * database says. Then nothing has changed.
 */
export async function migrate(db: Kysely<Tables>, schema?: string): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.length > 0 && !tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE))
    throw new ForeignStore();
  const migrator = new Migrator({ db, provider, ...(schema ? { migrationTableSchema: schema } : {}) });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message))
    throw new NewerStore();
  if (error instanceof Error && /corrupted migrations/.test(error.message)) throw new ForeignStore();
  if (error) throw error;
}
