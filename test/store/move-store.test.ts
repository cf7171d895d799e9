import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkStore } from "../../src/store/check-store.ts";
import { type Moving, moveStore, NotMoved } from "../../src/store/move-store.ts";
import { NoStore } from "../../src/store/read-store.ts";
import { StoreInUse } from "../../src/store/sqlite.ts";
import { openStore } from "../../src/store/store.ts";
import { asked, freshSchema, POSTGRES } from "./own-schema.ts";
import { practiceOf, taken, textOf, within } from "./stores.ts";

const UNWATCHED: Moving = { begin() {}, done() {} };
const NOW = 1_000_000;
const WORDS = 'Grüße, 你好 👋 "quoted" \\ and\na new line';
const many = Array.from({ length: 250 }, (_, index) => index);

describe.skipIf(!POSTGRES.isThere)("moving an embedded store into PostgreSQL", () => {
  let folder: string;
  let file: string;
  let address: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "tightrope-move-"));
    file = join(folder, "store.db");
    address = await freshSchema();
    const store = await openStore(file, () => NOW);
    await store.note({ team: "T1", id: "Ev1", body: { text: WORDS } });
    await within(store, async (desk) => {
      await desk.keep(practiceOf("U1"));
      for (const index of many) await desk.send("T1", `D${index % 7}`, { text: `${WORDS} ${index}` });
      await desk.setDue({ team: "T1", kind: "idle", subject: "practice-U1", at: NOW });
    });
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const changed = async (change: string) => void (await asked(address, (client) => client.query(change)));

  it("brings everything, and Tightrope goes on there where it was", async () => {
    const told = { all: 0, done: 0 };
    const moved = await moveStore(file, address, {
      begin: (rows) => {
        told.all = rows;
      },
      done: (rows) => {
        told.done += rows;
      },
    });
    expect(moved.rows).toBeGreaterThan(250);
    expect(moved.already).toBe(0);
    expect(told).toEqual({ all: moved.rows * 3, done: moved.rows * 3 });
    const store = await openStore(address, () => NOW);
    expect(await store.practice("T1", "practice-U1")).toMatchObject({ user: "U1" });
    expect(await store.dueNow()).toHaveLength(1);
    for (const index of [0, 1, 2, 3, 4, 5, 6])
      expect(textOf(await taken(store, `D${index}`))).toBe(`${WORDS} ${index}`);
    await store.close();
    expect(await checkStore(address, { begin() {}, done() {} })).toMatchObject({
      problems: [],
      rows: moved.rows,
    });
  });

  it("can be done again: what stands there is compared and left", async () => {
    const { rows } = await moveStore(file, address, UNWATCHED);
    expect(await moveStore(file, address, UNWATCHED)).toMatchObject({ rows, already: rows });
    await changed("delete from outbox where seq > 3");
    const again = await moveStore(file, address, UNWATCHED);
    expect(again.rows).toBe(rows);
    expect(again.already).toBeLessThan(rows);
    expect(await moveStore(file, address, UNWATCHED)).toMatchObject({ already: rows });
  });

  it.each([
    ["a row of its own", "insert into home (team_id, user_id) values ('T9', 'U9')", /home one row .*T9\/U9/],
    ["a row that has gone on", "update session set updated_at = 99", /session one row .*practice-U1/],
  ])("refuses a database with %s, and changes nothing there", async (_what, change, words) => {
    await moveStore(file, address, UNWATCHED);
    await changed("delete from outbox");
    await changed(change);
    const moving = moveStore(file, address, UNWATCHED);
    await expect(moving).rejects.toThrow(words);
    await expect(moving).rejects.toBeInstanceOf(NotMoved);
    const { rows } = await asked(address, (client) => client.query("select * from outbox"));
    expect(rows).toEqual([]);
  });

  it("leaves nothing there when it is interrupted", async () => {
    const dying: Moving = {
      begin() {},
      done(_rows, table) {
        if (table === "session") throw new Error("killed");
      },
    };
    await expect(moveStore(file, address, dying)).rejects.toThrow("killed");
    const { rows } = await asked(address, (client) => client.query("select * from outbox"));
    expect(rows).toEqual([]);
    expect(await moveStore(file, address, UNWATCHED)).toMatchObject({ already: 0 });
  });

  it("waits for Tightrope to be stopped, and for a store to be there", async () => {
    const store = await openStore(file);
    await expect(moveStore(file, address, UNWATCHED)).rejects.toBeInstanceOf(StoreInUse);
    await store.close();
    const nowhere = join(folder, "nowhere.db");
    await expect(moveStore(nowhere, address, UNWATCHED)).rejects.toBeInstanceOf(NoStore);
    writeFileSync(nowhere, "");
    expect(await moveStore(nowhere, address, UNWATCHED)).toMatchObject({ rows: 0 });
  });
});
