import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deed } from "../../src/store/audit.ts";
import { type Shelf, STORES, within } from "./stores.ts";

const DAY = 86_400_000;
const launched: Deed = { team: "T1", by: "U1", did: "challenge-launched", about: ["C1", "together"] };

describe.each(STORES)("the audit log, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  const write = (deed: Deed) => within(shelf.store, (desk) => desk.audit.write(deed));
  const read = (most = 10, before?: string, team = "T1") =>
    within(shelf.store, (desk) => desk.audit.read(team, most, before));

  it("says who did what, when, and about what, and who was not let", async () => {
    await write(launched);
    shelf.clock.now += 1_000;
    await write({ ...launched, by: undefined, did: "lines-shown", about: [], denied: true });
    const [second, first] = await read();
    expect(first).toMatchObject({ ...launched, at: 1_000_000, denied: false });
    expect(second).toMatchObject({ by: undefined, did: "lines-shown", about: [], denied: true });
  });

  it("is read from the newest on, a page at a time, and nothing is left out or shown twice", async () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      await write({ ...launched, about: [`C${n}`] });
      // Some of it happens in the same moment.
      if (n % 2 === 0) shelf.clock.now += 1;
    }
    const seen: string[] = [];
    for (let page = await read(3); page.length > 0; page = await read(3, page.at(-1)?.id))
      seen.push(...page.flatMap(({ about }) => about));
    expect(seen[0]).toBe("C7");
    expect(seen.toSorted()).toEqual(["C1", "C2", "C3", "C4", "C5", "C6", "C7"]);
  });

  it("of one workspace says nothing about another, whatever place in it is asked for", async () => {
    await write({ ...launched, team: "T2" });
    expect(await read()).toEqual([]);
    const [foreign] = await read(1, undefined, "T2");
    await write(launched);
    expect((await read(10, `${foreign?.id}~`)).every(({ team }) => team === "T1")).toBe(true);
  });

  it("holds an act only if the act was done", async () => {
    const crash = within(shelf.store, async (desk) => {
      await desk.audit.write(launched);
      throw new Error("crash");
    });
    await expect(crash).rejects.toThrow("crash");
    expect(await read()).toEqual([]);
  });

  it("forgets after 400 days, and not before", async () => {
    await write(launched);
    shelf.clock.now += 400 * DAY;
    await shelf.store.forgetOld();
    expect(await read()).toHaveLength(1);
    shelf.clock.now += 1;
    await shelf.store.forgetOld();
    expect(await read()).toEqual([]);
  });

  it("keeps a made-up id short and in one line", async () => {
    await write({ ...launched, about: [`C1\n${"x".repeat(500)}`] });
    const [{ about } = { about: [] }] = await read();
    expect(about).toHaveLength(1);
    expect(about[0]?.length).toBe(120);
  });
});
