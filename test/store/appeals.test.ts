import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Appeal } from "../../src/feedback/appeal.ts";
import { readAppeals } from "../../src/store/read-appeals.ts";
import { NoStore } from "../../src/store/read-store.ts";
import { openStore } from "../../src/store/store.ts";
import { type Shelf, STORES, within } from "./stores.ts";

const appeal = (practice = "p1", turn = 1): Appeal => ({
  practice,
  turn,
  about: "validation",
  said: "absent",
  thinks: "specific",
  language: "en",
  consent: false,
});
const kept = (id: string, of = appeal(), team = "T1") => ({ team, id, user: "U1", appeal: of });

describe.each(STORES)("appeals, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  const keep = (one: ReturnType<typeof kept>) => within(shelf.store, (desk) => desk.keepAppeal(one));

  it("are kept once, and listed the oldest first without whose they are", async () => {
    expect(await keep(kept("b", appeal("p1", 2)))).toBe("kept");
    shelf.clock.now += 1;
    expect(await keep(kept("a"))).toBe("kept");
    expect(await keep(kept("a"))).toBe("again");
    expect(await shelf.store.appeals()).toEqual([appeal("p1", 2), appeal("p1", 1)]);
    expect(JSON.stringify(await shelf.store.appeals())).not.toContain("U1");
  });

  it("a reading has one, and the earlier one stands", async () => {
    await keep(kept("a"));
    expect(await keep(kept("b", { ...appeal(), thinks: "general" }))).toEqual({ earlier: "a" });
    expect(await shelf.store.appeals()).toEqual([appeal()]);
  });

  it("of two workspaces have nothing to do with each other", async () => {
    await keep(kept("a"));
    expect(await keep(kept("a", appeal(), "T2"))).toBe("kept");
    await within(shelf.store, (desk) => desk.forgetAppeals("T1", "p1"));
    expect(await shelf.store.appeals()).toHaveLength(1);
  });

  it("are taken back by their trainee alone, once, and are gone then", async () => {
    await keep(kept("a"));
    const takeBack = (user: string) =>
      within(shelf.store, (desk) => desk.takeBackAppeal({ team: "T1", id: "a", user }));
    expect(await takeBack("U2")).toBe(false);
    expect(await takeBack("U1")).toBe(true);
    expect(await takeBack("U1")).toBe(false);
    expect(await shelf.store.appeals()).toEqual([]);
    expect(await keep(kept("b"))).toBe("kept");
  });

  it("of a practice that is removed are forgotten with it", async () => {
    await keep(kept("a"));
    await keep(kept("b", appeal("p1", 2)));
    await keep(kept("c", appeal("p2")));
    await within(shelf.store, (desk) => desk.forgetAppeals("T1", "p1"));
    expect(await shelf.store.appeals()).toEqual([appeal("p2")]);
  });
});

describe("appeals read from the file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tightrope-appeals-"));
    file = join(folder, "store.db");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("while Tightrope runs and when it does not", async () => {
    const store = await openStore(file);
    await within(store, (desk) => desk.keepAppeal(kept("a")));
    expect(await readAppeals(file)).toEqual([appeal()]);
    await store.close();
    expect(await readAppeals(file)).toEqual([appeal()]);
    await (await openStore(file)).close();
  });

  it("of an older version are none", async () => {
    new Database(file).exec("create table inbox (id text)").close();
    expect(await readAppeals(file)).toEqual([]);
  });

  it("where there is no file it says so, and makes none", async () => {
    await expect(readAppeals(file)).rejects.toBeInstanceOf(NoStore);
    await expect(readAppeals(file)).rejects.toThrow("TIGHTROPE_DB");
  });
});
