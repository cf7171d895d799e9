import { afterEach, beforeEach, expect, it } from "vitest";
import type { Challenge, Plan } from "../../../src/challenge/challenge.ts";
import { CLOSED_FOR } from "../../../src/challenge/team-view.ts";
import { begin } from "../../../src/session/session.ts";
import { takeTurn } from "../../../src/session/take-turn.ts";
import { contributePractice } from "../../../src/slack/challenge/contribute-practice.ts";
import type { Practice } from "../../../src/store/sessions.ts";
import { practiceOf, type Shelf, STORES, within } from "../../store/stores.ts";
import { COLD_SOUP, FED } from "../practice-room.ts";
import { WARM_TEA } from "./playing-team.ts";
import { HEARD } from "./team-room.ts";

const DAY = 86_400_000;
const PEOPLE = ["U1", "U2", "U3", "U4", "U5"];
const planned = (some: Partial<Plan>): Challenge => ({
  ...{ team: "T1", id: "c1", lead: "U9", leadChannel: "DU9", state: "running" },
  ...{ madeAt: 0, shownAt: 0, milestones: 0 },
  plan: {
    ...{ kind: "together", channels: ["C1"], flows: [], counted: "talks", goal: 5, startsAt: 0, endsAt: 1 },
    ...{ zone: "UTC", board: false, word: "" },
    ...some,
  },
});
const practised = (user: string, some: Partial<Practice>): Practice => {
  const flow = user === "U1" ? WARM_TEA : COLD_SOUP;
  const session = [HEARD, FED].reduce((going, line) => takeTurn(going, line), begin(flow, 1, "Ada"));
  return { ...practiceOf(user, undefined, session), ...some };
};

let shelf: Shelf;
beforeEach(async () => {
  shelf = (await STORES[0]?.[1]()) as Shelf;
  await shelf.store.note({ team: "T1", id: "first", body: {} });
});
afterEach(() => shelf.close());

async function shownAfter(challenge: Challenge, some: Partial<Practice> = {}): Promise<number> {
  await within(shelf.store, async (desk) => {
    await desk.challenges.add(challenge);
    for (const user of PEOPLE) {
      await desk.challenges.join(challenge, user, "C1");
      await contributePractice(desk, practised(user, some));
    }
  });
  shelf.clock.now += CLOSED_FOR + DAY;
  return within(shelf.store, (desk) => desk.figures.shownIn("T1", "C1"));
}

it("practices of members with any customer count where any counts", async () => {
  expect(await shownAfter(planned({}))).toBe(2);
});

it("practices with a customer who does not count there are left out", async () => {
  expect(await shownAfter(planned({ flows: ["cold-soup"] }))).toBe(0);
});

it("a message taken again is left out, and so is a flow that is tried out", async () => {
  expect(await shownAfter(planned({}), { retry: { of: "first", turn: 1 } })).toBe(0);
  expect(await shownAfter({ ...planned({ channels: ["C2"] }), id: "c2" }, { trial: "version" })).toBe(0);
});

it("nothing counts before a challenge began, after it ended, or where it is played in the channel", async () => {
  expect(await shownAfter({ ...planned({}), state: "planned" })).toBe(0);
  await within(shelf.store, (desk) => desk.challenges.keep({ ...planned({}), state: "ended" }));
  expect(await shownAfter({ ...planned({ kind: "relay" }), id: "c2" })).toBe(0);
});
