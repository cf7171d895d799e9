import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Shelf, STORES, within } from "./stores.ts";

const quiet = (subject: string, at: number) => ({ team: "T1", kind: "quiet" as const, subject, at });

describe.each(STORES)("due dates, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  const set = (subject: string, at: number) =>
    within(shelf.store, (desk) => desk.setDue(quiet(subject, shelf.clock.now + at)));

  it("come when it is time, the oldest first", async () => {
    await set("later", 2_000);
    await set("sooner", 1_000);
    await set("much later", 9_000);
    expect(await shelf.store.dueNow()).toEqual([]);
    shelf.clock.now += 2_000;
    expect(await shelf.store.dueNow(shelf.clock.now - 1_000)).toHaveLength(1);
    expect((await shelf.store.dueNow()).map(({ subject }) => subject)).toEqual(["sooner", "later"]);
  });

  it("are moved by setting them again, and gone when they are cleared", async () => {
    await set("one", 1_000);
    await set("one", 5_000);
    shelf.clock.now += 1_000;
    expect(await shelf.store.dueNow()).toEqual([]);
    await within(shelf.store, (desk) => desk.clearDue(quiet("one", 0)));
    shelf.clock.now += 5_000;
    expect(await shelf.store.dueNow()).toEqual([]);
  });

  it("are taken once, also when two try at the same time", async () => {
    await set("one", 0);
    const [due] = await shelf.store.dueNow();
    let taken = 0;
    const work = async () => {
      taken += 1;
    };
    await Promise.all([1, 2, 3].map(() => shelf.store.onDue(due as never, work)));
    expect(taken).toBe(1);
  });

  it("that were moved in the meantime are left where they are", async () => {
    await set("one", 0);
    const [due] = await shelf.store.dueNow();
    await set("one", 3_000);
    await shelf.store.onDue(due as never, async () => expect.unreachable());
    shelf.clock.now += 3_000;
    expect(await shelf.store.dueNow()).toHaveLength(1);
  });

  it("whose work fails are still due", async () => {
    await set("one", 0);
    const [due] = await shelf.store.dueNow();
    await expect(shelf.store.onDue(due as never, () => Promise.reject(new Error("no")))).rejects.toThrow();
    expect(await shelf.store.dueNow()).toEqual([due]);
  });
});
