import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { practiceOf, type Shelf, STORES, within } from "./stores.ts";

const DAY = 86_400_000;

describe.each(STORES)("whether people are still there, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
    await within(shelf.store, async (desk) => {
      await desk.keep(practiceOf("U1"));
      await desk.homeOpened("T1", "U1");
      await desk.homeOpened("T1", "U2");
      await desk.homeOpened("T2", "U3");
    });
    await shelf.store.presence.noteEverybody("T1");
    await shelf.store.presence.noteEverybody("T1");
  });
  afterEach(() => shelf.close());

  const toAsk = (days: number) => shelf.store.presence.toAskAbout("T1", shelf.clock.now - days * DAY, 10);

  it("is asked about everybody of a workspace, once each, and again only after a while", async () => {
    expect((await toAsk(-1)).sort()).toEqual(["U1", "U2"]);
    shelf.clock.now += 40 * DAY;
    expect(await shelf.store.presence.noteAnswer("T1", "U1", false)).toBeUndefined();
    expect(await toAsk(30)).toEqual(["U2"]);
    shelf.clock.now += 31 * DAY;
    expect((await toAsk(30)).sort()).toEqual(["U1", "U2"]);
  });

  it("is known since the first time that somebody was gone, until they are back", async () => {
    const { now } = shelf.clock;
    expect(await shelf.store.presence.noteAnswer("T1", "U1", true)).toBe(now);
    shelf.clock.now += DAY;
    expect(await shelf.store.presence.noteAnswer("T1", "U1", true)).toBe(now);
    expect(await shelf.store.presence.noteAnswer("T1", "U1", false)).toBeUndefined();
    expect(await shelf.store.presence.noteAnswer("T1", "U1", true)).toBe(now + DAY);
  });

  it("is no question any more of whoever was erased", async () => {
    await within(shelf.store, (desk) => desk.own.erase({ team: "T1", user: "U1" }));
    await shelf.store.onDue({ team: "T1", kind: "home", subject: "U1", at: shelf.clock.now }, async () => {});
    await shelf.store.presence.noteEverybody("T1");
    expect(await toAsk(-1)).toEqual(["U2"]);
  });

  it("is asked, and what is old is let go of, every day in every workspace: set once, and left where it is", async () => {
    await shelf.store.note({ team: "T1", id: "a", body: {} });
    await shelf.store.note({ team: "T2", id: "a", body: {} });
    await shelf.store.forgetOld();
    const first = await shelf.store.dueNow();
    shelf.clock.now += 3_600_000;
    await shelf.store.forgetOld();
    const daily = first.filter(({ kind }) => kind === "retention" || kind === "presence");
    expect(daily.map(({ team, kind }) => `${team} ${kind}`).sort()).toEqual([
      "T1 presence",
      "T1 retention",
      "T2 presence",
      "T2 retention",
    ]);
    expect(await shelf.store.dueNow()).toEqual(expect.arrayContaining(first));
    expect(await shelf.store.dueNow()).toHaveLength(first.length);
  });
});
