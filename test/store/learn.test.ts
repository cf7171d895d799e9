import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Appeal } from "../../src/feedback/appeal.ts";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import type { Desk } from "../../src/store/desk.ts";
import type { LearnedOf } from "../../src/store/learn.ts";
import type { Practice } from "../../src/store/sessions.ts";
import { COLD_SOUP, practiceOf, type Shelf, STORES, within } from "./stores.ts";

const stopped = (user: string, some: Partial<Practice> = {}): Practice => ({
  ...practiceOf(
    user,
    `practice-${user}`,
    happen(takeTurn(begin(COLD_SOUP, 1, "Ada"), "Hello."), { type: "stop" }),
  ),
  debriefedAt: 1_000_000,
  ...some,
});
const appealBy = (user: string): { team: string; id: string; user: string; appeal: Appeal } => ({
  ...{ team: "T1", id: `appeal-${user}`, user },
  appeal: {
    ...{ practice: `practice-${user}`, turn: 1, about: "validation", said: "absent", thinks: "specific" },
    ...{ language: "en", consent: false },
  },
});
const FOUR = ["U1", "U2", "U3", "U4"];

describe.each(STORES)("what trainers learn back, %s", (_name, open) => {
  let shelf: Shelf;
  const at = <Result>(work: (desk: Desk) => Promise<Result>) => within(shelf.store, work);
  const practised = (...users: string[]) =>
    at(async (desk) => {
      for (const user of users) {
        await desk.keep(stopped(user));
        await desk.learnFrom(stopped(user));
      }
    });
  const learned = (team = "T1"): Promise<LearnedOf[]> => at((desk) => desk.learned(team));
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  it("comes with the fifth person, of this workspace only", async () => {
    await practised(...FOUR);
    expect(await learned()).toEqual([]);
    await at((desk) => desk.learnFrom(stopped("U9", { team: "T2" })));
    expect(await learned()).toEqual([]);
    await practised("U5");
    expect(await learned()).toMatchObject([
      { flow: "cold-soup", version: 1, talks: { people: 5, marks: { stopped: 5, "length/1 to 3": 5 } } },
    ]);
    expect(await learned("T2")).toEqual([]);
  });

  it("does not count a message that was taken again", async () => {
    await practised(...FOUR);
    await at((desk) => desk.learnFrom(stopped("U5", { retry: { of: "practice-U5", turn: 1 } })));
    expect(await learned()).toEqual([]);
  });

  it("stays as it is when somebody who is in it is erased, and never counts who was erased before", async () => {
    await practised(...FOUR);
    await at((desk) => desk.own.erase({ team: "T1", user: "U4" }));
    await practised("U5");
    expect(await learned()).toEqual([]);
    await practised("U6");
    const before = await learned();
    await at((desk) => desk.own.erase({ team: "T1", user: "U1" }));
    expect(await learned()).toEqual(before);
    expect(before).toMatchObject([{ talks: { people: 5 } }]);
  });

  it("counts appeals in the same way, without those that were taken back in time", async () => {
    await practised(...FOUR, "U5", "U6");
    const appealed = (user: string) => at((desk) => desk.keepAppeal(appealBy(user)));
    for (const user of FOUR) await appealed(user);
    await at((desk) => desk.takeBackAppeal(appealBy("U1")));
    await at((desk) => desk.forgetAppeals("T1", "practice-U2"));
    for (const user of ["U5", "U6"]) await appealed(user);
    expect((await learned())[0]?.appeals.people).toBe(0);
    await appealed("U1");
    expect((await learned())[0]?.appeals).toEqual({
      people: 5,
      marks: {
        "differing/Validation: not spotted. The trainee: It is there, and specific to this customer.": 5,
      },
    });
  });
});
