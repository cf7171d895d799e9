import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ON_ITS_WAY } from "../../src/store/holder.ts";
import type { Outgoing } from "../../src/store/outbox.ts";
import { BURST } from "../../src/store/take-next.ts";
import { next, type Shelf, STORES, taken, textOf, within } from "./stores.ts";

describe.each(STORES)("the outbox, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  const write = (channel: string, text: string, updates?: string) =>
    within(shelf.store, (desk) => desk.send("T1", channel, { text }, updates));
  const take = (channel = "D1") => taken(shelf.store, channel);
  const nextIn = (channel = "D1") => next(shelf.store, channel);
  const served = async () => (await shelf.store.placesToServe()).map(({ channel }) => channel);
  const send = async (channel = "D1") => {
    const one = await take(channel);
    await shelf.store.sent(one, `ts of ${textOf(one)}`);
    return textOf(one);
  };

  it("offers the first message of each channel, and the next once that has arrived", async () => {
    await write("D1", "one");
    await write("D1", "two");
    await write("D2", "three");
    expect(await served()).toEqual(["D1", "D2"]);
    const one = await take();
    expect(textOf(one)).toBe("one");
    await shelf.store.sent(one, "1.1");
    expect(await send()).toBe("two");
    expect(await nextIn()).toBeUndefined();
    expect(await send("D2")).toBe("three");
    expect(await served()).toEqual([]);
  });

  it("nothing overtakes a message that was put back", async () => {
    await write("D1", "one");
    await write("D1", "two");
    await shelf.store.putBack(await take(), shelf.clock.now + 500);
    expect(await served()).toEqual([]);
    expect(await nextIn()).toEqual({ waitUntil: shelf.clock.now + 500 });
    shelf.clock.now += 500;
    expect(await served()).toEqual(["D1"]);
    expect(await take()).toMatchObject({ message: { text: "one" }, tries: 2 });
  });

  it("what became of a message on its way is kept with it", async () => {
    await write("D1", "one");
    const one = await take();
    await shelf.store.amend(one, { text: "one, with a file" });
    await shelf.store.putBack(one, shelf.clock.now);
    expect(await send()).toBe("one, with a file");
  });

  it("a message that was given up stands in nobody's way", async () => {
    await write("D1", "one");
    await write("D1", "two");
    await shelf.store.giveUp(await take());
    expect(await send()).toBe("two");
  });

  it("what was being sent is in doubt until it is known, and holds its place", async () => {
    await write("D1", "one");
    await write("D1", "two");
    const one = await take();
    await shelf.store.unsure(one, shelf.clock.now + 500);
    expect(await served()).toEqual([]);
    expect(await nextIn()).toEqual({ waitUntil: shelf.clock.now + 500 });
    shelf.clock.now += 500;
    expect(await served()).toEqual(["D1"]);
    expect(await nextIn()).toEqual({ settle: one, sureFrom: shelf.clock.now });
    await shelf.store.sent(one, "1.1");
    expect(await send()).toBe("two");
  });

  it("what Slack did not answer may be looked for, and may still come until long after it was taken", async () => {
    await write("D1", "one");
    await write("D1", "two");
    const sureFrom = shelf.clock.now + ON_ITS_WAY;
    const one = await take();
    await shelf.store.unanswered(one, shelf.clock.now + 500);
    expect(await nextIn()).toEqual({ waitUntil: shelf.clock.now + 500 });
    shelf.clock.now += 500;
    expect(await served()).toEqual(["D1"]);
    expect(await nextIn()).toEqual({ settle: one, sureFrom });
    await shelf.store.unsure(one, sureFrom);
    expect(await nextIn()).toEqual({ waitUntil: sureFrom });
    shelf.clock.now = sureFrom;
    expect(await nextIn()).toEqual({ settle: one, sureFrom });
    await shelf.store.putBack(one, sureFrom);
    expect(await send()).toBe("one");
  });

  it("a change knows where its message stands, once that is known", async () => {
    const id = await write("D1", "one");
    await write("D1", "changed", id);
    await send();
    expect(await take()).toMatchObject({ kind: "update", target: id, targetTs: "ts of one" });
  });

  it("of several changes of a message only the last is sent, after what was written before it", async () => {
    const id = await write("D1", "one");
    const other = await write("D1", "other");
    await write("D1", "changed", id);
    await write("D1", "other changed", other);
    await write("D1", "two");
    await write("D1", "changed again", id);
    const sent: string[] = [];
    for (let n = 0; n < 5; n++) sent.push(await send());
    expect(sent).toEqual(["one", "other", "other changed", "two", "changed again"]);
    expect(await nextIn()).toBeUndefined();
  });

  it("a channel takes a burst of messages, and then one a second; changes do not count", async () => {
    const id = await write("D1", "0");
    for (let n = 1; n <= BURST + 2; n++) await write("D1", `${n}`);
    await write("D2", "elsewhere");
    for (let n = 0; n < BURST; n++) expect(await send()).toBe(`${n}`);
    const free = shelf.clock.now + BURST * 1_000;
    expect(await nextIn()).toEqual({ waitUntil: free });
    expect(await send("D2")).toBe("elsewhere");
    await write("D2", "changed", id);
    expect(await send("D2")).toBe("changed");
    for (let second = 1; second <= BURST; second++) {
      shelf.clock.now += 1_000;
      expect(await nextIn().then((one) => one && "send" in one)).toBe(second === BURST);
    }
  });

  it("what Slack wants left in peace is, in that workspace, and everything else goes on", async () => {
    const id = await write("D1", "one");
    await send();
    const until = shelf.clock.now + 30_000;
    await shelf.store.holdBack({ team: "T1", kind: "post" }, until);
    await shelf.store.holdBack({ team: "T1", kind: "post" }, until - 10_000);
    await write("D2", "two");
    await write("D1", "changed", id);
    await within(shelf.store, (desk) => desk.send("T2", "D2", { text: "in another workspace" }));
    expect(await shelf.store.placesToServe()).toEqual([
      { team: "T1", channel: "D1" },
      { team: "T2", channel: "D2" },
    ]);
    expect(await nextIn("D2")).toEqual({ waitUntil: until });
    expect(await send()).toBe("changed");
    shelf.clock.now = until;
    expect(await send("D2")).toBe("two");
  });

  it("a message that somebody is asked about waits for their answer, and holds up no other", async () => {
    await write("D1", "one");
    await write("D1", "two");
    const one = await take();
    const { store } = shelf;
    await store.setAside(one, async (desk) => {
      await desk.send("T1", "D1", { text: "Did it arrive?" });
    });
    const asked = () => within(store, (desk) => desk.askedAbout("T1", one.id));
    expect([await send(), await send()]).toEqual(["two", "Did it arrive?"]);
    expect(await asked()).toMatchObject({ message: { text: "one" } });
    await within(store, async (desk) => desk.sendAgain((await desk.askedAbout("T1", one.id)) as Outgoing));
    expect(await asked()).toBeUndefined();
    expect(await take()).toMatchObject({ id: one.id, message: { text: "one" } });
    await store.setAside(one, async () => {});
    await within(store, (desk) => desk.hasArrived("T1", one.id));
    expect([await asked(), await nextIn()]).toEqual([undefined, undefined]);
  });

  it("a message of which Slack said nothing has arrived once somebody saw where it stands", async () => {
    for (const text of ["one", "two", "three"]) await write("D1", text);
    const one = await take();
    await shelf.store.unanswered(one, shelf.clock.now);
    await within(shelf.store, (desk) => desk.standsAt("T1", one.id, "1.1"));
    const two = await take();
    expect(textOf(two)).toBe("two");
    await shelf.store.putBack(two, shelf.clock.now);
    await within(shelf.store, (desk) => desk.standsAt("T1", two.id, "2.2"));
    expect(await send()).toBe("three");
  });

  it("channels of two workspaces have nothing to do with each other", async () => {
    await write("D1", "one");
    await within(shelf.store, (desk) => desk.send("T2", "D1", { text: "two" }));
    expect(await served()).toEqual(["D1", "D1"]);
    expect(await shelf.store.next({ team: "T2", channel: "D1" })).toMatchObject({
      send: { message: { text: "two" } },
    });
    expect(await send()).toBe("one");
  });

  it("says after each transaction what it has left to do", async () => {
    const told: unknown[] = [];
    shelf.store.whenDone((left) => told.push(left));
    const due = { team: "T1", kind: "quiet" as const, subject: "one", at: 5 };
    const id = await within(shelf.store, async (desk) => {
      await desk.setDue(due);
      return desk.send("T1", "D1", { text: "one" });
    });
    expect(told).toMatchObject([{ messages: [{ team: "T1", channel: "D1", id }], dues: [due] }]);
    const failing = shelf.store.together("T1", async (desk) => {
      await desk.send("T1", "D1", { text: "never" });
      throw new Error("in the middle");
    });
    await expect(failing).rejects.toThrow();
    expect(told).toHaveLength(1);
  });

  it("forgets after a month what was sent or given up, and keeps its order", async () => {
    await write("D1", "one");
    await write("D1", "two");
    await write("D1", "three");
    await send();
    await shelf.store.giveUp(await take());
    shelf.clock.now += 31 * 86_400_000;
    await shelf.store.forgetOld();
    await write("D1", "four");
    const three = await take();
    expect(textOf(three)).toBe("three");
    await shelf.store.giveUp(three);
    expect(await send()).toBe("four");
  });
});
