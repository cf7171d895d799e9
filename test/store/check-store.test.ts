import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backUp, NotBackedUp } from "../../src/store/back-up.ts";
import { type Checking, checkStore } from "../../src/store/check-store.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { asked, freshSchema, POSTGRES } from "./own-schema.ts";
import { practiceOf, taken, textOf, within } from "./stores.ts";

const UNWATCHED: Checking = { begin() {}, done() {} };
const NOW = 1_000_000;

let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-check-"));
  file = join(folder, "store.db");
  store = await openStore(file, () => NOW);
  await within(store, async (desk) => {
    await desk.keep(practiceOf("U1"));
    await desk.send("T1", "DU1", { text: "Hello" });
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const change = (words: string) => {
  const database = new Database(file);
  database.exec(words);
  database.close();
};

describe("checking a store", () => {
  it("finds nothing wrong with one in use, and reads every table", async () => {
    const read: string[] = [];
    const found = await checkStore(file, { begin() {}, done: (table) => void read.push(table) });
    expect(found).toMatchObject({ problems: [], notes: [] });
    expect(found.rows).toBeGreaterThan(2);
    expect(read).toContain("session");
  });

  it("tells what cannot be read, and which practices have lost their flow", async () => {
    change("update outbox set message = 'Hello'; delete from flow_source");
    expect((await checkStore(file, UNWATCHED)).problems).toEqual([
      "One row of outbox cannot be read: message is no JSON.",
      "One row of session cannot be opened: the flow is gone.",
    ]);
  });

  it("tells a newer version's store, and one that waits for changes, from its own", async () => {
    change("insert into kysely_migration values ('2099-01-01-new', '2099-01-01T00:00:00.000Z')");
    expect((await checkStore(file, UNWATCHED)).problems.join()).toContain("A newer Tightrope has changed it");
    await store.close();
    await expect(openStore(file)).rejects.toThrow("A newer Tightrope has changed this store.");
    change("delete from kysely_migration where name like '2099%' or name like '%holders'");
    expect(await checkStore(file, UNWATCHED)).toMatchObject({
      problems: [],
      notes: ["Its tables are changed once at the next start."],
    });
    store = await openStore(":memory:");
  });

  it("tells a damaged file from a file that is something else", async () => {
    await store.close();
    const damaged = join(folder, "damaged.db");
    backUp(file, damaged);
    truncateSync(damaged, Math.floor(statSync(damaged).size / 2));
    expect((await checkStore(damaged, UNWATCHED)).problems.length).toBeGreaterThan(0);
    const notes = join(folder, "notes.txt");
    writeFileSync(notes, "Not a store. ".repeat(500));
    expect((await checkStore(notes, UNWATCHED)).problems.join()).toContain("cannot be read");
    store = await openStore(file);
  });

  it.runIf(POSTGRES.isThere)("makes the same claims of PostgreSQL", async () => {
    const address = await freshSchema();
    const there = await openStore(address, () => NOW);
    await within(there, (desk) => desk.keep(practiceOf("U1")));
    await there.close();
    expect(await checkStore(address, UNWATCHED)).toMatchObject({ problems: [] });
    await asked(address, (client) => client.query("update session set record = '{'"));
    await asked(address, (client) => client.query("delete from flow_source"));
    expect((await checkStore(address, UNWATCHED)).problems).toEqual([
      "One row of session cannot be read: record or pending or own_view is no JSON.",
      "One row of session cannot be opened: the flow is gone.",
    ]);
  });
});

describe("backing the embedded store up", () => {
  it("copies what was committed while it is in use, for this account alone", async () => {
    const copy = join(folder, "copy.db");
    expect(backUp(file, copy)).toBe(statSync(copy).size);
    expect(statSync(copy).mode & 0o077).toBe(0);
    await within(store, (desk) => desk.send("T1", "DU1", { text: "Later" }));
    const restored = await openStore(copy, () => NOW);
    expect(await restored.practice("T1", "practice-U1")).toMatchObject({ user: "U1" });
    expect(textOf(await taken(restored, "DU1"))).toBe("Hello");
    await restored.close();
  });

  it("writes over nothing, and says where it cannot write", () => {
    const taken = join(folder, "taken.db");
    writeFileSync(taken, "mine");
    expect(() => backUp(file, taken)).toThrow(/is there already/);
    expect(() => backUp(file, join(folder, "no", "folder.db"))).toThrow(NotBackedUp);
    expect(() => backUp(file, join(folder, "no", "folder.db"))).toThrow(/ENOENT/);
  });
});
