import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AS_IT_COMES } from "../../src/store/workspace-settings.ts";
import { type Shelf, STORES, within } from "./stores.ts";

describe.each(STORES)("a workspace's settings, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  const change = (decided: object, team = "T1") =>
    within(shelf.store, (desk) => desk.settings.change(team, "U9", decided));

  it("are as they come until somebody decides: words for 90 days, readings for 400", async () => {
    expect(await shelf.store.settings("T1")).toEqual(AS_IT_COMES);
    expect(AS_IT_COMES.retention).toEqual({ messagesDays: 90, readingsDays: 400 });
  });

  it("hold what was decided last, and leave the rest as it is", async () => {
    await change({ leads: { people: ["U1"], groups: ["S1"] }, secondTrainer: true });
    await change({ leads: { people: ["U2"], groups: [] } });
    expect(await within(shelf.store, (desk) => desk.settings.of("T1"))).toEqual({
      ...AS_IT_COMES,
      leads: { people: ["U2"], groups: [] },
      secondTrainer: true,
    });
  });

  it("of one workspace say nothing about another", async () => {
    await change({ admins: { people: ["U1"], groups: [] } }, "T2");
    expect(await shelf.store.settings("T1")).toEqual(AS_IT_COMES);
  });

  it("that cannot be understood are as they come, and spoil no other", async () => {
    await change({ retention: { messagesDays: -1, readingsDays: 30 }, leads: "all", later: 1 });
    const found = await shelf.store.settings("T1");
    expect(found).toEqual({ ...AS_IT_COMES, retention: { messagesDays: 90, readingsDays: 30 } });
  });

  it("that were being decided when it crashed are as they were", async () => {
    const crash = within(shelf.store, async (desk) => {
      await desk.settings.change("T1", "U9", { secondTrainer: true });
      throw new Error("crash");
    });
    await expect(crash).rejects.toThrow("crash");
    expect(await shelf.store.settings("T1")).toEqual(AS_IT_COMES);
  });
});
