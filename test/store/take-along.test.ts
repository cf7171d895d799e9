import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Next } from "../../src/store/take-next.ts";
import { next, type Shelf, STORES, textOf, within } from "./stores.ts";

describe.each(STORES)("what a transaction takes along, %s", (_name, open) => {
  let shelf: Shelf;
  let told: ({ next: Next } | undefined)[];
  beforeEach(async () => {
    shelf = await open();
    told = [];
    shelf.store.takeAlong(({ channel }) =>
      channel === "D-busy" ? undefined : (taken) => void told.push(taken),
    );
  });
  afterEach(() => shelf.close());

  const write = (channel: string, ...texts: string[]) =>
    within(shelf.store, async (desk) => {
      for (const text of texts) await desk.send("T1", channel, { text });
    });
  const taken = () => told.map((one) => one?.next && "send" in one.next && textOf(one.next.send));

  it("what comes first in its channel is on its way as soon as it is written down", async () => {
    await write("D1", "one", "two");
    expect(taken()).toEqual(["one"]);
    const one = told[0]?.next;
    if (!one || !("send" in one)) throw new Error("nothing was taken");
    expect(one.send.tries).toBe(1);
    await shelf.store.sent(one.send, "1.1");
    expect(await next(shelf.store, "D1")).toMatchObject({ send: { message: { text: "two" } } });
  });

  it("nothing overtakes what stood there before", async () => {
    shelf.store.takeAlong(() => undefined);
    await write("D1", "one");
    shelf.store.takeAlong(() => (found) => void told.push(found));
    await write("D1", "two");
    expect(taken()).toEqual(["one"]);
  });

  it("a channel that is served already is left to whoever does", async () => {
    await write("D-busy", "one");
    expect(told).toEqual([]);
    expect(await next(shelf.store, "D-busy")).toMatchObject({ send: { message: { text: "one" } } });
  });

  it("what failed has taken nothing, and its channel is free again", async () => {
    await write("D1", "one");
    await write("D2", "two");
    const failing = shelf.store.together("T1", async (desk) => {
      await desk.send("T1", "D3", { text: "never" });
      throw new Error("in the middle");
    });
    await expect(failing).rejects.toThrow();
    expect(taken()).toEqual(["one", "two"]);
    expect(await next(shelf.store, "D3")).toBeUndefined();
  });

  it("one whose holder is gone before it went out is looked for, as any other", async () => {
    await write("D1", "one");
    expect(await next(shelf.store, "D1")).toMatchObject({ settle: { message: { text: "one" } } });
  });

  it("of many channels a few go along, and the others are left to be taken one by one", async () => {
    await within(shelf.store, async (desk) => {
      for (const channel of ["D1", "D2", "D3", "D4", "D5"]) await desk.send("T1", channel, { text: channel });
    });
    expect(taken()).toEqual(["D1", "D2", "D3"]);
    expect((await shelf.store.placesToServe()).map(({ channel }) => channel)).toContain("D5");
  });
});
