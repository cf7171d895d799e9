import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outgoing } from "../../src/store/outbox.ts";
import { type Shelf, STORES, within } from "./stores.ts";

describe.each(STORES)("the outbox, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  const write = (channel: string, text: string, updates?: string) =>
    within(shelf.store, (desk) => desk.send("T1", channel, { text }, updates));
  const ready = async () => (await shelf.store.readyToSend()).map(textOf);
  const head = async () => (await shelf.store.readyToSend())[0] as Outgoing;
  const textOf = ({ message }: Outgoing) => (message as { text: string }).text;

  it("offers the first message of each channel, and the next once that has arrived", async () => {
    await write("D1", "one");
    await write("D1", "two");
    await write("D2", "three");
    expect(await ready()).toEqual(["one", "three"]);
    const one = await head();
    await shelf.store.sending(one);
    expect(await ready()).toEqual(["three"]);
    await shelf.store.sent(one, "1.1");
    expect((await ready()).sort()).toEqual(["three", "two"]);
  });

  it("nothing overtakes a message that was put back", async () => {
    await write("D1", "one");
    await write("D1", "two");
    const one = await head();
    await shelf.store.sending(one);
    await shelf.store.putBack(one, shelf.clock.now + 500);
    expect(await ready()).toEqual([]);
    expect(await shelf.store.nextAt()).toBe(shelf.clock.now + 500);
    shelf.clock.now += 500;
    expect(await ready()).toEqual(["one"]);
    expect((await head()).tries).toBe(1);
  });

  it("what became of a message on its way is kept with it", async () => {
    await write("D1", "one");
    const one = await head();
    await shelf.store.amend(one, { text: "one, with a file" });
    expect(await ready()).toEqual(["one, with a file"]);
  });

  it("a message that was given up stands in nobody's way", async () => {
    await write("D1", "one");
    await write("D1", "two");
    await shelf.store.giveUp(await head());
    expect(await ready()).toEqual(["two"]);
  });

  it("what was being sent is in doubt until it is known, and holds its place", async () => {
    await write("D1", "one");
    await write("D1", "two");
    const one = await head();
    await shelf.store.sending(one);
    expect((await shelf.store.inDoubt()).map(textOf)).toEqual(["one"]);
    await shelf.store.unsure(one, shelf.clock.now + 500);
    expect(await shelf.store.inDoubt()).toEqual([]);
    expect(await ready()).toEqual([]);
    shelf.clock.now += 500;
    expect(await shelf.store.inDoubt()).toEqual([{ ...one, tries: 1 }]);
    await shelf.store.sent(one, "1.1");
    expect(await ready()).toEqual(["two"]);
  });

  it("a change knows where its message stands, once that is known", async () => {
    const id = await write("D1", "one");
    await write("D1", "changed", id);
    const one = await head();
    await shelf.store.sending(one);
    await shelf.store.sent(one, "1.1");
    expect(await head()).toMatchObject({ kind: "update", target: id, targetTs: "1.1" });
  });

  it("channels of two workspaces have nothing to do with each other", async () => {
    await write("D1", "one");
    await within(shelf.store, (desk) => desk.send("T2", "D1", { text: "two" }));
    expect((await ready()).sort()).toEqual(["one", "two"]);
  });

  it("forgets after a month what was sent or given up, and keeps its order", async () => {
    await write("D1", "one");
    await write("D1", "two");
    await write("D1", "three");
    const one = await head();
    await shelf.store.sending(one);
    await shelf.store.sent(one, "1.1");
    await shelf.store.giveUp(await head());
    shelf.clock.now += 31 * 86_400_000;
    await shelf.store.forgetOld();
    await write("D1", "four");
    expect(await ready()).toEqual(["three"]);
    await shelf.store.giveUp(await head());
    expect(await ready()).toEqual(["four"]);
  });
});
