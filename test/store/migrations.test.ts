import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { HISTORY } from "../../src/store/history.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { bringUpTo } from "./earlier.ts";

// They are applied by name, and a store refuses to open when a new one would come before one it has had.
it("the store's history is written in the order in which it is applied", () => {
  const names = Object.keys(HISTORY);
  expect(names).toEqual([...names].sort());
});

it("a store whose first start was cut off in the middle of its history opens the next time", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tightrope-history-"));
  const file = join(folder, "store.db");
  // What stands in the way is the third table of a step in the middle.
  const other = new Database(file);
  await bringUpTo(other, Object.keys(HISTORY)[1]);
  other.exec("create table challenge_line (words text)");
  await expect(openSqlite(file)).rejects.toThrow('"challenge_line" already exists');
  expect(other.prepare("select name from sqlite_master where type = 'table'").pluck().all()).not.toContain(
    "challenge_showing",
  );
  other.exec("drop table challenge_line");
  other.close();
  await (await openSqlite(file)).close();
  rmSync(folder, { recursive: true });
});

it("rows that came before the embedded store kept them by their key are still there, and found by their indexes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tightrope-history-"));
  const file = join(folder, "store.db");
  const database = new Database(file);
  await bringUpTo(database, "2026-11-23T05-by-key");
  const indexes = indexesOf(database);
  database.exec("insert into due values ('T1', 'idle', 'P1', 5), ('T1', 'quiet', 'P1', 3)");
  database.exec("insert into inbox values ('T1', 'Ev1', '{}', 1, null, null), ('T2', 'Ev1', '', 2, 3, null)");
  await bringUpTo(database);
  expect(database.prepare("select * from due order by at").raw().all()).toEqual([
    ["T1", "quiet", "P1", 3],
    ["T1", "idle", "P1", 5],
  ]);
  expect(database.prepare("select * from inbox order by received_at").raw().all()).toEqual([
    ["T1", "Ev1", "{}", 1, null, null],
    ["T2", "Ev1", "", 2, 3, null],
  ]);
  expect(indexes).toContain("due_at");
  expect(indexesOf(database)).toEqual(indexes);
  expect(() => database.exec("insert into due values ('T1', 'idle', 'P1', 6)")).toThrow("UNIQUE");
  expect(() => database.prepare("select rowid from due")).toThrow("no such column");
  database.close();
  await (await openSqlite(file)).close();
  rmSync(folder, { recursive: true });
});

const indexesOf = (database: Database.Database) =>
  database
    .prepare("select name from sqlite_master where type = 'index' and sql is not null order by name")
    .pluck()
    .all();
