import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { groupCommit } from "./group-commit.ts";
import { HOLDERS } from "./holder.ts";
import { stayingInPlace } from "./in-place.ts";
import { keepToOwner, othersMayRead } from "./keep-to-owner.ts";
import { MigratingDialect } from "./migrating-dialect.ts";
import { migrate, type Opened } from "./opened.ts";
import { connectionTo, sqliteDialect, turnsOn } from "./sqlite-dialect.ts";
import type { Tables } from "./tables.ts";

/** Where the embedded store is kept unless the settings name another file. */
export const STORE_FILE = "data/tightrope.db";

const IN_MEMORY = ":memory:";

/** Another process already works on this store. */
export class StoreInUse extends Error {
  constructor(file: string) {
    super(
      `Another Tightrope already uses ${file}. Stop it first, or give this one another file with TIGHTROPE_DB.`,
    );
  }
}

/** The store cannot be read and written where it should be: a read-only folder, a full disk, a file that is no store. */
export class StoreOutOfReach extends Error {
  constructor(file: string, code: string) {
    super(`${file} cannot be read and written (${code}). ${whatToDo(code)}`);
  }
}

/** Whether SQLite says by this code that a file is damaged, or was never one of its own. */
export const isDamaged = (code: string) => /^SQLITE_(?:NOTADB|CORRUPT)/.test(code);

function whatToDo(code: string): string {
  if (/^(?:SQLITE_FULL|ENOSPC)$/.test(code)) return "Its disk is full: make room there, and start again.";
  if (isDamaged(code))
    return "It is damaged, or it is no store: restore a backup (docs/runbook.md), or begin with a new file that you name with TIGHTROPE_DB.";
  return "Name a file in another folder with TIGHTROPE_DB.";
}

/**
 * Opens (or makes) the embedded store: one file, or ":memory:".
 * @param warn is told what is to be put right, though the store can be used.
 * @throws {StoreInUse} when another process has it open.
 * @throws {StoreOutOfReach} when it cannot be read and written there.
 */
export async function openSqlite(file: string, warn: (words: string) => void = () => {}): Promise<Opened> {
  let release = () => {};
  try {
    release = lock(file);
    return await open(file, release, warn);
  } catch (error) {
    release();
    const code = codeOf(error);
    throw OUT_OF_REACH.test(code) ? new StoreOutOfReach(file, code) : error;
  }
}

const OUT_OF_REACH =
  /^(?:SQLITE_(?:CANTOPEN|READONLY|PERM|NOTADB|CORRUPT|FULL|IOERR)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EEXIST|ENOSPC)/;

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

async function open(file: string, release: () => void, warn: (words: string) => void): Promise<Opened> {
  const database = new Database(file, { timeout: 5_000 });
  // FULL survives a power cut with every commit that was acknowledged; what is erased is overwritten. Pages are carried
  // from the log to their places (a checkpoint) every 4,000 (16 MB) and not every 1,000, which keeps everybody waiting.
  // What a piece of work can be undone by is kept in memory, and not in a file that the system makes somewhere.
  for (const pragma of [
    "journal_mode = WAL",
    "synchronous = FULL",
    "wal_autocheckpoint = 4000",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "secure_delete = ON",
  ])
    database.pragma(pragma);
  // Migrations change tables, which is done alone, and as a whole.
  await migrate(new Kysely<Tables>({ dialect: new MigratingDialect({ database }) })).catch(
    (error: unknown) => {
      database.close();
      throw error;
    },
  );
  // Only now is it known to be a store of ours.
  const forOthers = file === IN_MEMORY ? [] : keepToOwner(file);
  if (forOthers.length > 0) warn(othersMayRead(forOthers));
  const ensureInPlace = file === IN_MEMORY ? () => {} : stayingInPlace(file);
  const run = (sql: string) => {
    const statement = database.prepare(sql);
    return () => void statement.run();
  };
  const group = groupCommit({
    begin: run("begin"),
    commit: run("commit"),
    rollback: run("rollback"),
    isOpen: () => database.inTransaction,
  });
  const connection = connectionTo(database);
  const dialect = sqliteDialect(connection, group);
  const db = new Kysely<Tables>({ dialect });
  const later = new Kysely<Tables>({ dialect: sqliteDialect(connection, group, true) });
  const inTurn = turnsOn(dialect, connection, group);
  return {
    db,
    later,
    // There is one connection, so transactions come one after another.
    inTurn: (_team, work) => inTurn(work),
    name: randomUUID(),
    // No other process is let in, so whoever holds something is gone, or is this one.
    gone: () => holders(db),
    ensureInPlace,
    isSeen: () => true,
    again: (work) => work(),
    close: async () => {
      // After everything that is under way.
      await group.enter();
      await group.leave();
      await db.destroy();
      database.close();
      release();
    },
  };
}

async function holders(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`${HOLDERS}`.execute(db);
  return rows.map(({ name }) => name);
}

// A second small database held in an exclusive transaction: the system lets go of it however the process ends,
// and the store itself stays readable for other tools.
function lock(file: string): () => void {
  if (file === IN_MEMORY) return () => {};
  mkdirSync(dirname(file), { recursive: true });
  // It holds what people wrote in private, so a new file is for the account that runs Tightrope alone from its first moment.
  closeSync(openSync(file, "a", 0o600));
  const held = new Database(`${file}.lock`, { timeout: 0 });
  try {
    held.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    held.close();
    throw error instanceof Database.SqliteError && error.code === "SQLITE_BUSY"
      ? new StoreInUse(file)
      : error;
  }
  return () => held.close();
}
