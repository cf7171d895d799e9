import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { practiceOf, type Shelf, STORES, within } from "./stores.ts";

const envelope = { team: "T1", id: "Ev1", body: { text: "Hello" } };

describe.each(STORES)("what is done once, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  it("an envelope is new until its work is done, however often it is written down", async () => {
    const { store } = shelf;
    expect(await store.note(envelope)).toBe(false);
    expect(await store.note(envelope)).toBe(false);
    await store.once(envelope, async () => {});
    expect(await store.note(envelope)).toBe(true);
  });

  it("the same id in another workspace is another envelope", async () => {
    const { store } = shelf;
    await store.note(envelope);
    await store.once(envelope, async () => {});
    expect(await store.note({ ...envelope, team: "T2" })).toBe(false);
  });

  it("its work is done once, also when two try at the same time", async () => {
    const { store } = shelf;
    await store.note(envelope);
    let done = 0;
    const work = async () => {
      done += 1;
    };
    await Promise.all([store.once(envelope, work), store.once(envelope, work)]);
    await store.once(envelope, work);
    expect(done).toBe(1);
  });

  it("work of which something cannot be written says what, and leaves nothing behind", async () => {
    const { store } = shelf;
    const doubled = store.once(envelope, async (desk) => {
      await desk.send("T1", "DU1", { text: "Hello" }, undefined, "the same");
      await desk.send("T1", "DU1", { text: "Hello again" }, undefined, "the same");
      await desk.keep(practiceOf("U1"));
    });
    await expect(doubled).rejects.toThrow(/unique/i);
    expect(await within(store, (desk) => desk.running("T1", "U1"))).toBeUndefined();
    expect(await store.placesToServe()).toEqual([]);
    expect(await store.note(envelope)).toBe(false);
  });

  it("work that fails leaves nothing behind and is still to be done", async () => {
    const { store } = shelf;
    await store.note(envelope);
    const failing = store.once(envelope, async (desk) => {
      await desk.keep(practiceOf("U1"));
      await desk.send("T1", "DU1", { text: "Hello" });
      await desk.setDue({ team: "T1", kind: "quiet", subject: "practice-U1", at: 1 });
      throw new Error("in the middle");
    });
    await expect(failing).rejects.toThrow("in the middle");
    expect(await within(store, (desk) => desk.running("T1", "U1"))).toBeUndefined();
    expect(await store.placesToServe()).toEqual([]);
    expect(await store.dueNow()).toEqual([]);
    expect(await store.undone()).toMatchObject([envelope]);
  });

  it("what was interrupted is found again in the order in which it came, what is done is not", async () => {
    const { store, clock } = shelf;
    for (const id of ["c", "a", "b", "d"]) {
      clock.now += 1;
      await store.note({ ...envelope, id });
    }
    await store.once({ team: "T1", id: "a" }, async () => {});
    expect((await store.undone()).map(({ id }) => id)).toEqual(["c", "b", "d"]);
  });

  it("ids are forgotten after two days, and what is not done never is", async () => {
    const { store, clock } = shelf;
    await store.note(envelope);
    await store.note({ ...envelope, id: "Ev2" });
    await store.once(envelope, async () => {});
    clock.now += 47 * 3_600_000;
    await store.forgetOld();
    expect(await store.note(envelope)).toBe(true);
    clock.now += 2 * 3_600_000;
    await store.forgetOld();
    expect(await store.note(envelope)).toBe(false);
    expect((await store.undone()).map(({ id }) => id)).toContain("Ev2");
  });
});
