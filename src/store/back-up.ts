import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { NoStore } from "./read-store.ts";
import { isDamaged } from "./sqlite.ts";

/** A backup cannot be written; the message says what to do. */
export class NotBackedUp extends Error {}

/**
 * Copies an embedded store, as it is at one instant, into a file that is not there yet; Tightrope may go on working
 * meanwhile. The copy holds nothing that was erased, and is for this account alone. Gives its size in bytes.
 * @throws {NoStore} when there is no such store. @throws {NotBackedUp} when the file cannot be written.
 */
export function backUp(store: string, file: string): number {
  if (!existsSync(store)) throw new NoStore(store);
  if (existsSync(file)) throw new NotBackedUp(`${file} is there already. Name a file that is not.`);
  const part = join(dirname(file), `.${process.pid}-backup.part`);
  try {
    closeSync(openSync(part, "wx", 0o600));
    copyInto(store, part);
    flush(part);
    // Whoever finds the file finds all of it.
    linkSync(part, file);
    flush(dirname(file));
    return statSync(file).size;
  } catch (error) {
    throw inWords(file, error);
  } finally {
    rmSync(part, { force: true });
  }
}

function copyInto(store: string, part: string): void {
  const database = new Database(store, { readonly: true, timeout: 30_000 });
  try {
    database.prepare("vacuum into ?").run(part);
  } finally {
    database.close();
  }
  const copy = new Database(part, { readonly: true });
  try {
    const sound = copy.pragma("integrity_check", { simple: true });
    if (sound !== "ok") throw new NotBackedUp(`The store is damaged, so it was not copied: ${sound}`);
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const opened = openSync(path, "r");
  fsyncSync(opened);
  closeSync(opened);
}

function inWords(file: string, error: unknown): unknown {
  if (error instanceof NotBackedUp || !(error instanceof Error) || !("code" in error)) return error;
  if (isDamaged(String(error.code)))
    return new NotBackedUp(
      `The store is damaged, so it was not copied (${error.code}). Restore an earlier backup (docs/runbook.md).`,
    );
  return new NotBackedUp(
    `${file} cannot be written (${error.code}). Name a file that is not there yet, in a folder that is, with room for all of it.`,
  );
}
