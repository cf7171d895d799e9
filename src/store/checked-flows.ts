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
  const forget = db.prepare("delete from checked where used_at < ?");
  const known = (key: string) => orNothing(() => deserialize(find.get(key)?.loaded ?? NOTHING) as Loaded);
  const used = new Set<string>();
  const added = new Map<string, Loaded>();
  const load: Load = (source, file, shared = []) => {
    const key = hashOf([code, file, source, ...shared.map((parts) => parts.source)]);
    const before = known(key);
    if (before) {
      used.add(key);
      return before;
    }
    const loaded = anew(source, file, shared);
    if (loaded) added.set(key, loaded);
    return loaded;
  };
  const note = db.transaction(() => {
    for (const [key, loaded] of added) keep.run(key, serialize(loaded), now);
    for (const key of used) use.run(now, key);
    forget.run(now - KEPT_MS);
  });
  return {
    load,
    close: () => {
      // Where another instance writes just now, this one remembers nothing and has read everything all the same.
      orNothing(() => note.immediate());
      db.close();
    },
  };
}

const NOTHING = serialize(undefined);

function orNothing<Found>(work: () => Found): Found | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
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

const opened = (file: string): Database.Database | undefined =>
  orNothing(() => {
    mkdirSync(dirname(file), { recursive: true });
    const db = new Database(file, { timeout: 200 });
    db.pragma("journal_mode = wal");
    db.exec("create table if not exists checked (key text primary key, loaded blob, used_at integer)");
    return db;
  });

// Another version of the checks, of the words they know, or of the libraries under them may find something else in the
// same flow.
function codeHash(): string {
  const folders = ["../flow/", "../skills/"].map((name) => new URL(name, import.meta.url));
  const code = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => new URL(name, folder)),
  );
  const versions = new URL("../../package.json", import.meta.url);
  return hashOf([...code, versions].map((file) => readFileSync(file, "utf8")));
}

const hashOf = (texts: readonly string[]) => createHash("sha256").update(texts.join("\0")).digest("hex");
