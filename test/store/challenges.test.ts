import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Challenge } from "../../src/challenge/challenge.ts";
import { openStore, type Store } from "../../src/store/store.ts";

const CHANNELS = ["C1", "C2"];
const PEOPLE = ["U1", "U2", "U3"];
const CHALLENGE: Challenge = {
  team: "T1",
  id: "week",
  lead: "U1",
  leadChannel: "D1",
  plan: {
    kind: "team-against-team",
    channels: CHANNELS,
    flows: [],
    counted: "validation",
    goal: 10,
    startsAt: 0,
    endsAt: 1_000,
    zone: "UTC",
    board: false,
    word: "",
  },
  state: "running",
  madeAt: 0,
  shownAt: 0,
  milestones: 0,
};

let store: Store;
let now = 0;
beforeEach(async () => {
  store = await openStore(":memory:", () => now);
  await store.together("T1", (desk) => desk.challenges.add(CHALLENGE));
});
afterEach(() => store.close());

type Act =
  | { does: "join"; user: string; channel: string }
  | { does: "leave" | "forget"; user: string }
  | { does: "count"; user: string; channel: string; source: string; amount: number };

const person = fc.constantFrom(...PEOPLE);
const channel = fc.constantFrom(...CHANNELS);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ does: fc.constant("join" as const), user: person, channel }),
  fc.record({ does: fc.constantFrom("leave" as const, "forget" as const), user: person }),
  fc.record({
    does: fc.constant("count" as const),
    user: person,
    channel,
    source: fc.constantFrom("a", "b", "c", "d"),
    amount: fc.integer({ min: 1, max: 5 }),
  }),
);

/** What should stand there after these acts, one after the other. */
function expected(acts: readonly Act[]) {
  const inside = new Map<string, string>();
  const counted = new Map<string, { channel: string; amount: number }>();
  for (const one of acts) {
    if (one.does === "join" && !inside.has(one.user)) inside.set(one.user, one.channel);
    if (one.does === "leave" || one.does === "forget") inside.delete(one.user);
    if (one.does === "count" && !counted.has(one.source)) counted.set(one.source, one);
  }
  return CHANNELS.map((channel) => ({
    channel,
    joined: [...inside.values()].filter((one) => one === channel).length,
    total: [...counted.values()]
      .filter((one) => one.channel === channel)
      .reduce((sum, { amount }) => sum + amount, 0),
  }));
}

async function happen(one: Act): Promise<unknown> {
  return store.together("T1", async (desk): Promise<unknown> => {
    const { challenges } = desk;
    if (one.does === "join") return challenges.join(CHALLENGE, one.user, one.channel);
    if (one.does === "count") return challenges.count(CHALLENGE, { ...one, at: now++ });
    if (one.does === "leave") return challenges.leave(CHALLENGE, one.user);
    return desk.own.erase({ team: "T1", user: one.user });
  });
}

describe("what a team does together", () => {
  it("is counted once for each source, whoever comes, goes or is forgotten, in any order", async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
          for (const one of acts) await happen(one);
          expect(await store.together("T1", (desk) => desk.challenges.standings(CHALLENGE))).toEqual(
            expected(acts),
          );
        })
        .beforeEach(async () => {
          await store.close();
          store = await openStore(":memory:", () => now);
          await store.together("T1", (desk) => desk.challenges.add(CHALLENGE));
        }),
      { numRuns: 60 },
    );
  });

  it("is counted once when it is counted at the same moment many times", async () => {
    const count = { does: "count", user: "U1", channel: "C1", source: "a", amount: 3 } as const;
    const found = await Promise.all(Array.from({ length: 20 }, () => happen(count)));
    expect(found.filter(Boolean)).toHaveLength(1);
  });

  it("keeps no name beside what was counted once somebody is forgotten", async () => {
    await happen({ does: "join", user: "U1", channel: "C1" });
    await happen({ does: "count", user: "U1", channel: "C1", source: "a", amount: 3 });
    await happen({ does: "forget", user: "U1" });
    const left = await store.together("T1", (desk) => desk.challenges.counted(CHALLENGE));
    expect(left.map(({ amount }) => amount)).toEqual([3]);
    expect(await store.together("T1", (desk) => desk.challenges.joinedBy("T1", "U1"))).toEqual([]);
  });

  it("leaves its channels free when it is over, and not before", async () => {
    const next = { ...CHALLENGE, id: "next", plan: { ...CHALLENGE.plan, channels: ["C2"] } };
    expect(await store.together("T1", (desk) => desk.challenges.add(next))).toBe(false);
    await store.together("T1", (desk) => desk.challenges.keep({ ...CHALLENGE, state: "ended" }));
    expect(await store.together("T1", (desk) => desk.challenges.add(next))).toBe(true);
    expect((await store.together("T1", (desk) => desk.challenges.pastIn("T1", "C1", 5)))[0]?.id).toBe("week");
  });
});
