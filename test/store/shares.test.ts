import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/store/desk.ts";
import type { PeerAnswer } from "../../src/store/peer-answers.ts";
import { messageOf, type Share } from "../../src/store/shares.ts";
import { type Shelf, STORES, taken, within } from "./stores.ts";

const share = (id: string, more: Partial<Share> = {}): Share => ({
  team: "T1",
  id,
  practice: "practice-U1",
  title: "Cold soup",
  by: "U1",
  home: "DU1",
  to: { kind: "person", id: "U2" },
  channel: "DU2",
  scope: "debrief",
  lines: [{ turn: 1, quote: "Calm down" }],
  sharedAt: 1_000,
  until: 2_000,
  ended: undefined,
  ...more,
});
const answer = (id: string, at: number): PeerAnswer => ({
  ...{ team: "T1", id, share: "V1", by: "U2", at },
  ...{ skill: "validation", quote: "Calm down", noticed: "It closes the door." },
});

describe.each(STORES)("what is shared, %s", (_name, open) => {
  let shelf: Shelf;
  const on = <Result>(work: (desk: Desk) => Promise<Result>) => within(shelf.store, work);
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  it("is kept as it was given, and listed newest first for the one who gave it", async () => {
    const channel = share("V2", { to: { kind: "channel", id: "C1" }, sharedAt: 1_500, scope: "talk" });
    await on(async ({ shares }) => {
      for (const one of [share("V1"), channel, share("V3", { by: "U3" })]) await shares.add(one);
    });
    expect(await on(({ shares }) => shares.givenBy("T1", "U1"))).toEqual([channel, share("V1")]);
    expect(await on(({ shares }) => shares.byId("T2", "V1"))).toBeUndefined();
  });

  it("is listed no more once it has ended, and keeps no line of it", async () => {
    const ended = { at: 1_700, how: "taken back" } as const;
    await on(async ({ shares }) => {
      await shares.add(share("V1"));
      await shares.end(share("V1"), ended);
    });
    expect(await on(({ shares }) => shares.givenBy("T1", "U1"))).toEqual([]);
    expect(await on(({ shares }) => shares.byId("T1", "V1"))).toEqual(share("V1", { ended, lines: [] }));
  });

  it("an answer is kept once, and handed over once, with those before it", async () => {
    const [first, again, second] = await on(async ({ shares }) => [
      await shares.addAnswer(answer("A1", 1)),
      await shares.addAnswer(answer("A1", 1)),
      await shares.addAnswer(answer("A2", 2)),
    ]);
    expect([first, again, second]).toEqual([true, false, false]);
    expect(await on(({ shares }) => shares.handOver(share("V1"), 9))).toEqual([
      answer("A1", 1),
      answer("A2", 2),
    ]);
    expect(await on(({ shares }) => shares.handOver(share("V1"), 9))).toEqual([]);
    expect(await on(({ shares }) => shares.hasAnswers(share("V1")))).toBe(true);
    expect(await on(({ shares }) => shares.addAnswer(answer("A3", 3)))).toBe(true);
  });

  it("the place of its message is not forgotten before it is removed, however long that takes", async () => {
    const { store, clock } = shelf;
    await on(async (desk) => {
      await desk.shares.add(share("V1"));
      await desk.send("T1", "DU2", { text: "seen" }, undefined, messageOf(share("V1")));
    });
    await store.sent({ team: "T1", id: messageOf(share("V1")) }, "1.1");
    clock.now += 40 * 86_400_000;
    await store.forgetOld();
    await on(async (desk) => {
      await desk.shares.end(share("V1"), { at: clock.now, how: "expired" });
      await desk.remove("T1", "DU2", messageOf(share("V1")), { text: "gone" });
    });
    await store.forgetOld();
    expect(await taken(store, "DU2")).toMatchObject({ kind: "delete", targetTs: "1.1" });
  });

  it("a message that has not gone out yet is never sent once it is removed", async () => {
    await on(async (desk) => {
      const id = await desk.send("T1", "DU2", { text: "secret" });
      await desk.remove("T1", "DU2", id, { text: "gone" });
    });
    expect(await taken(shelf.store, "DU2")).toMatchObject({ kind: "delete", targetTs: undefined });
  });

  it("one that is on its way is removed when it has arrived", async () => {
    const id = await on((desk) => desk.send("T1", "DU2", { text: "secret" }));
    const underWay = await taken(shelf.store, "DU2");
    await on((desk) => desk.remove("T1", "DU2", id, { text: "gone" }));
    await shelf.store.sent(underWay, "1.1");
    expect(await taken(shelf.store, "DU2")).toMatchObject({ kind: "delete", targetTs: "1.1" });
  });
});
