import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import Database from "better-sqlite3";
import { type Loaded, loadFlow } from "../flow/load.ts";
import type { Load } from "./flow-folder.ts";

/** Reads a flow; what was read before is not read again. */
export type CheckedFlows = { load: Load; close(): void };

const KEPT_MS = 90 * 86_400_000;

/**
 * Remembers in a file what came of reading and checking flows, by what they say and by the code that checked them,
 * so that a start with hundreds of flows reads only those that have changed; `anew` reads those. Where the file
 * cannot be used, every flow is read anew.
 */
export function openCheckedFlows(file: string, now: number, anew: Load = loadFlow): CheckedFlows {
  const db = opened(file);
  if (!db) return { load: anew, close: () => {} };
  const code = codeHash();
  const find = db.prepare<[string], { loaded: Buffer }>("select loaded from checked where key = ?");
  const keep = db.prepare("insert or replace into checked (key, loaded, used_at) values (?, ?, ?)");
  const use = db.prepare("update checked set used_at = ? where key = ?");
  const load: Load = (source, file, shared = []) => {
    const key = hashOf([code, file, source, ...shared.map((parts) => parts.source)]);
    const known = find.get(key);
    if (known) {
      use.run(now, key);
      return deserialize(known.loaded) as Loaded;
    }
    const loaded = anew(source, file, shared);
    if (loaded) keep.run(key, serialize(loaded), now);
    return loaded;
  };
  db.exec("begin");
  return {
    load,
    close: () => {
      db.prepare("delete from checked where used_at < ?").run(now - KEPT_MS);
      db.exec("commit");
      db.close();
    },
  };
}

/** How a folder is read: with a function that reads one flow, which may remember what it has read and reads the rest `anew`. */
export type Reading = <Result>(work: (load: Load) => Result, anew: Load) => Result;

/** Reads flows and remembers in a file what came of it, which is open only while they are read. */
export const rememberingIn =
  (file: string, now: () => number): Reading =>
  (work, anew) => {
    const checked = openCheckedFlows(file, now(), anew);
    try {
      return work(checked.load);
    } finally {
      checked.close();
    }
  };

function opened(file: string): Database.Database | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const db = new Database(file, { timeout: 200 });
    db.pragma("journal_mode = wal");
    db.exec("create table if not exists checked (key text primary key, loaded blob, used_at integer)");
    return db;
  } catch {
    return undefined;
  }
}

// Another version of the checks may find something else in the same flow.
function codeHash(): string {
  const folder = new URL("../flow/", import.meta.url);
  const files = readdirSync(folder).sort();
  return hashOf(files.map((name) => readFileSync(new URL(name, folder), "utf8")));
}

const hashOf = (texts: readonly string[]) => createHash("sha256").update(texts.join("\0")).digest("hex");
