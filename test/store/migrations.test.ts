import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { HISTORY } from "../../src/store/history.ts";
import { openSqlite } from "../../src/store/sqlite.ts";

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
