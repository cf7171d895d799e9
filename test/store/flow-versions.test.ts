import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { happen } from "../../src/session/session.ts";
import { CHANGED, COLD_SOUP, practiceOf, type Shelf, STORES, within } from "./stores.ts";

describe.each(STORES)("flows that trainers bring, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  const bring = (id: string, flow = COLD_SOUP, team = "T1") =>
    within(shelf.store, ({ versions }) =>
      versions.addDraft({ team, id, by: "U1", channel: "DU1", madeAt: shelf.clock.now }, flow),
    );
  const publish = (id: string, team = "T1") =>
    within(shelf.store, ({ versions }) => versions.publish({ team, id }, { note: "A line.", at: 5 }));
  const newest = (team = "T1") => within(shelf.store, ({ versions }) => versions.newest(team));

  it("are drafts at first, and count for nobody", async () => {
    await bring("one");
    expect(await newest()).toEqual([]);
    const draft = await within(shelf.store, ({ versions }) => versions.byId("T1", "one"));
    expect(draft).toMatchObject({ state: "draft", version: undefined, flow: "cold-soup", by: "U1" });
  });

  it("are counted up as they are published, each flow and each workspace by itself", async () => {
    await bring("one");
    await bring("two", CHANGED);
    await bring("three", { ...CHANGED, id: "warm-soup" });
    await bring("one", COLD_SOUP, "T2");
    expect([await publish("one"), await publish("two"), await publish("three")]).toEqual([1, 2, 1]);
    expect(await publish("one", "T2")).toBe(1);
    expect((await newest()).map(({ id, version }) => [id, version])).toEqual([
      ["two", 2],
      ["three", 1],
    ]);
    expect((await newest("T2")).map(({ id }) => id)).toEqual(["one"]);
    const numbers = await within(shelf.store, ({ versions }) => versions.numbered("T1", "cold-soup"));
    expect(numbers.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("can be played as they were brought, also by another process", async () => {
    // A text that nobody has read here before, as in a process that has just started.
    const { flow: unread } = loadFlow(`${CHANGED.source}\n# Unread.\n`, "unread.yml");
    if (!unread) throw new Error("It can't be played.");
    await bring("one", unread);
    const flow = await within(shelf.store, ({ versions }) =>
      versions.flowOf({ team: "T1", hash: unread.hash }),
    );
    expect(flow).toEqual(unread);
  });

  it("once published are neither discarded nor sent back; once retired they stay known", async () => {
    await bring("one");
    await publish("one");
    await within(shelf.store, async ({ versions }) => {
      await versions.discard({ team: "T1", id: "one" });
      await versions.sendBack({ team: "T1", id: "one" });
      await versions.retire({ team: "T1", id: "one" });
    });
    expect(await newest()).toMatchObject([{ id: "one", state: "retired" }]);
  });

  it("are forgotten after a month as drafts, with their text; a practice keeps its text", async () => {
    await bring("one");
    await bring("two", CHANGED);
    await within(shelf.store, (desk) => desk.keep(practiceOf("U1")));
    shelf.clock.now += 31 * 86_400_000;
    await shelf.store.forgetOld();
    expect(await within(shelf.store, ({ versions }) => versions.byId("T1", "one"))).toBeUndefined();
    const kept = await within(shelf.store, (desk) => desk.running("T1", "U1"));
    expect(kept?.session.flow.id).toBe("cold-soup");
  });

  it("are tried out in practices that do not count as one", async () => {
    const tried = practiceOf("U1", "tried");
    const session = happen(tried.session, { type: "stop" });
    await within(shelf.store, (desk) => desk.keep({ ...tried, trial: "one", session }));
    expect(await within(shelf.store, (desk) => desk.practicesOf("T1", "U1"))).toEqual([]);
    expect((await within(shelf.store, (desk) => desk.practice("T1", "tried")))?.trial).toBe("one");
  });

  it("are found by their workspace only, and so are appeals", async () => {
    await bring("one", COLD_SOUP, "T2");
    expect(await within(shelf.store, ({ versions }) => versions.byId("T1", "one"))).toBeUndefined();
    expect(await within(shelf.store, ({ versions }) => versions.appeals("T1"))).toEqual([]);
  });
});
