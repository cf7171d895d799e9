import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Challenge } from "../../src/challenge/challenge.ts";
import { add, type Contribution } from "../../src/challenge/team-batch.ts";
import { CLOSED_FOR, type TeamView } from "../../src/challenge/team-view.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { bringUpTo } from "./earlier.ts";
import { type Shelf, STORES, within } from "./stores.ts";

const DAY = 86_400_000;
const place = (channel = "C1") => ({ team: "T1", channel, skill: "validation" as const });
const by = (user: string, some: Partial<Contribution> = {}): Contribution => ({
  ...{ user, challenge: "c1", flow: user === "U1" ? "warm-tea" : "cold-soup", clear: true },
  ...some,
});
const contributed = (store: Store, one: Contribution, channel = "C1") =>
  within(store, (desk) => desk.figures.contribute(place(channel), one));
const shares = (view: TeamView) =>
  view.state === "open"
    ? view.skills.flatMap(({ batches }) => batches.map(({ people, share }) => ({ people, share })))
    : view.state;
const noted = (store: Store) => store.note({ team: "T1", id: "first", body: {} });

describe.each(STORES)("the figures of a team, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
    await noted(shelf.store);
    shelf.clock.now += CLOSED_FOR;
  });
  afterEach(() => shelf.close());

  const go = async (...users: string[]) => {
    for (const user of users) await contributed(shelf.store, by(user));
  };
  const seen = async (channel = "C1") =>
    shares(await within(shelf.store, (desk) => desk.figures.view("T1", channel)));

  it("come with the fifth person, on the next day, and of this channel only", async () => {
    await go("U1", "U2", "U3", "U4");
    await contributed(shelf.store, by("U5"), "C2");
    shelf.clock.now += DAY;
    expect(await seen()).toEqual([]);
    await go("U5");
    expect(await seen()).toEqual([]);
    shelf.clock.now += DAY;
    expect(await seen()).toEqual([{ people: 5, share: "more than half" }]);
    expect(await seen("C2")).toEqual([]);
  });

  it("leave out who left the challenge or was forgotten before the others came", async () => {
    await go("U1", "U2", "U3", "U4");
    await within(shelf.store, (desk) => desk.figures.withdraw({ team: "T1", id: "c1" }, "U4"));
    await within(shelf.store, (desk) => desk.own.erase({ team: "T1", user: "U3" }));
    await go("U5", "U6");
    shelf.clock.now += DAY;
    expect(await seen()).toEqual([]);
    await within(shelf.store, (desk) => desk.figures.withdraw({ team: "T1", id: "another" }, "U6"));
    await go("U7");
    shelf.clock.now += DAY;
    expect(await seen()).toEqual([{ people: 5, share: "more than half" }]);
  });

  it("leave out somebody who leaves as a member, without a word", async () => {
    const challenge = { team: "T1", id: "c1" } as Challenge;
    await within(shelf.store, (desk) => desk.challenges.join(challenge, "U5", "C1"));
    await go("U1", "U2", "U3", "U5");
    await within(shelf.store, (desk) => desk.challenges.leave(challenge, "U5"));
    await go("U4");
    shelf.clock.now += DAY;
    expect(await seen()).toEqual([]);
  });

  it("never change when somebody who is in them is forgotten", async () => {
    await go("U1", "U2", "U3", "U4", "U5");
    shelf.clock.now += DAY;
    const before = await seen();
    await within(shelf.store, (desk) => desk.own.erase({ team: "T1", user: "U1" }));
    expect(await seen()).toEqual(before);
  });

  it("leave out what has waited for two months", async () => {
    await go("U1", "U2", "U3", "U4");
    shelf.clock.now += 61 * DAY;
    await shelf.store.forgetOld();
    await go("U5");
    shelf.clock.now += DAY;
    expect(await seen()).toEqual([]);
  });

  it("lose and double nothing, in whatever order two challenges and several at once bring them", async () => {
    const one = fc.record({
      user: fc.nat({ max: 9 }).map((n) => `U${n}`),
      flow: fc.constantFrom("cold-soup", "warm-tea"),
      clear: fc.boolean(),
      channel: fc.nat({ max: 1 }),
    });
    let rounds = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 30, size: "max" }), async (all) => {
        const channels = [`C${++rounds}-a`, `C${rounds}-b`];
        await Promise.all(
          all.map(({ channel, ...rest }) =>
            contributed(shelf.store, { ...rest, challenge: `c${channel}` }, channels[channel]),
          ),
        );
        shelf.clock.now += DAY;
        for (const [index, channel] of channels.entries()) {
          const expected: unknown[] = [];
          let waiting: readonly Contribution[] = [];
          for (const { channel: where, ...rest } of all) {
            if (where !== index) continue;
            const added = add(waiting, { ...rest, challenge: `c${where}` });
            if (added.batch) expected.push(added.batch);
            waiting = added.waiting;
          }
          expect(await seen(channel)).toEqual(expected.slice(-8));
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("the tables of a team", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tightrope-team-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const opened = async (work: (store: Store) => Promise<unknown>) => {
    const store = await openStore(join(folder, "store.db"));
    await work(store);
    await store.close();
  };
  const inFiles = (words: string) =>
    readdirSync(folder).some((one) => readFileSync(join(folder, one)).includes(words));

  it("hold nobody and no practice any more once a batch is in", async () => {
    const names = ["UMARMALADE", "UTHUNDER", "UTEAPOT", "UCANDLE", "UPEPPER"];
    const go = (users: string[]) =>
      opened(async (store) => {
        for (const user of users)
          await contributed(store, by(user, user === "UPEPPER" ? { flow: "tea" } : {}));
      });
    await go(names.slice(0, 4));
    expect(inFiles("UMARMALADE")).toBe(true);
    await go(names.slice(4));
    expect(names.filter(inFiles)).toEqual([]);
    const database = new Database(join(folder, "store.db"), { readonly: true });
    expect(database.prepare("select * from team_waiting").all()).toEqual([]);
    expect(database.prepare("select * from team_batch").all()).toEqual([
      {
        ...{ team_id: "T1", channel_id: "C1", skill: "validation", n: 1 },
        ...{ people: 5, share: "more than half", day: expect.any(Number) },
      },
    ]);
    database.close();
  });

  it("take a workspace for as old as the oldest that was kept of it before", async () => {
    const file = join(folder, "store.db");
    const database = new Database(file);
    await bringUpTo(database, "2026-11-22T23b");
    const add = database.prepare(
      "insert into outbox values ('T1', ?, 'D1', ?, 'post', null, '{}', 'sent', 0, 1, null, ?, null)",
    );
    add.run("a", 1, 2_000);
    add.run("b", 2, 1_000);
    database.close();
    await opened(noted);
    const after = new Database(file, { readonly: true });
    expect(after.prepare("select * from workspace").all()).toEqual([{ team_id: "T1", since: 1_000 }]);
    after.close();
  });
});
