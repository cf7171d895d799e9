import { describe, expect, it } from "vitest";
import type { Huddle } from "../../src/challenge/huddle.ts";
import { STORES, within } from "./stores.ts";

const HUDDLE: Huddle = {
  ...{ team: "T1", id: "H", channel: "C1", host: "U1", hostChannel: "DU1" },
  ...{ source: { kind: "relay", id: "C" }, turn: 1, state: "voting", counts: [], madeAt: 5 },
};

describe.each(STORES)("a huddle, %s", (_name, open) => {
  it("is alone in its channel until it is over, and is the same when it is opened again", async () => {
    const { store, close } = await open();
    const add = (changed: Partial<Huddle> = {}) =>
      within(store, (desk) => desk.huddles.add({ ...HUDDLE, ...changed }));
    expect([await add(), await add({ id: "I" }), await add({ id: "J", channel: "C2" })]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await within(store, (desk) => desk.huddles.openIn("T1", "C1"))).toEqual(HUDDLE);
    const over: Huddle = { ...HUDDLE, state: "over", counts: [{ turn: 1, votes: [1, 0, 2], said: 2 }] };
    await within(store, (desk) => desk.huddles.keep(over));
    expect(await within(store, (desk) => desk.huddles.byId("T1", "H"))).toEqual(over);
    expect(await add({ id: "I" })).toBe(true);
    const all = await within(store, (desk) => desk.huddles.replaying("T1", HUDDLE.source));
    expect(all.map(({ id }) => id).sort()).toEqual(["H", "I", "J"]);
    await close();
  });

  it("keeps one vote of each person, and none once it is shown", async () => {
    const { store, close } = await open();
    const choices = () => within(store, (desk) => desk.huddles.choices(HUDDLE));
    await within(store, async (desk) => {
      await desk.huddles.add(HUDDLE);
      for (const [user, choice] of [
        ["U2", 0],
        ["U3", 1],
        ["U2", 2],
        ["U4", 2],
      ] as const)
        await desk.huddles.vote(HUDDLE, user, choice);
    });
    expect((await choices()).sort()).toEqual([1, 2, 2]);
    await within(store, (desk) => desk.own.erase({ team: "T1", user: "U4" }));
    expect((await choices()).sort()).toEqual([1, 2]);
    await within(store, (desk) => desk.huddles.keep({ ...HUDDLE, state: "shown" }));
    expect(await choices()).toEqual([]);
    await close();
  });

  it("is erased with its host's practices", async () => {
    const { store, close } = await open();
    await within(store, (desk) => desk.huddles.add(HUDDLE));
    await within(store, (desk) => desk.huddles.vote(HUDDLE, "U2", 1));
    await within(store, (desk) => desk.own.erase({ team: "T1", user: "U1" }));
    expect(await within(store, (desk) => desk.huddles.byId("T1", "H"))).toBeUndefined();
    expect(await within(store, (desk) => desk.huddles.choices(HUDDLE))).toEqual([]);
    await close();
  });
});
