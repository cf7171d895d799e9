import { expect, it } from "vitest";
import type { Plan } from "../../../src/challenge/challenge.ts";
import { postChallenge } from "../../../src/slack/challenge/post-challenge.ts";
import type { Desk } from "../../../src/store/desk.ts";
import { type CrashingRoom, openCrashingRoom } from "../crashing-room.ts";
import { COLD_SOUP } from "../practice-room.ts";
import { DAY } from "./team-room.ts";

const KEY = { team: "T0001", id: "c1" };
const TEAM = ["U2", "U3", "U4", "U5", "U6"];

/** A challenge under way, with five people on its board who each agreed to a line. */
async function begin({ slack, store }: CrashingRoom): Promise<void> {
  const now = slack.clock.now;
  const plan: Plan = {
    ...{
      kind: "together",
      channels: ["C1"],
      flows: [],
      counted: "validation",
      goal: 9,
      word: "",
      board: true,
    },
    ...{ startsAt: now(), endsAt: now() + DAY, zone: "UTC" },
  };
  const stage = { library: async () => [COLD_SOUP], command: "/practice", now, seed: () => 1 };
  const lead = { team: KEY.team, user: "U1", channel: "DU1", name: "Ada" };
  await store.together("T0001", async (desk) => {
    await postChallenge(desk, { plan, lead, id: KEY.id }, stage);
    for (const user of TEAM) await takePart(desk, user, now());
  });
}

async function takePart(desk: Desk, user: string, at: number): Promise<void> {
  const whose = { user, channel: "C1" };
  await desk.challenges.join(KEY, user, "C1");
  await desk.challenges.appear(KEY, user, { alias: `Alias ${user}`, onBoard: true });
  await desk.challenges.count(KEY, { ...whose, source: user, amount: 1, at });
  await desk.celebrations.keepBoardLine(KEY, "C1", { user, called: `Alias ${user}`, words: "is on the way" });
  const line = {
    ...whose,
    practice: user,
    home: "DU1",
    quote: `A line of ${user}`,
    shownAs: "alias" as const,
    at,
  };
  await desk.celebrations.agree(KEY, line);
  await desk.celebrations.showed(KEY, user, { ...whose, flow: "cold-soup", rated: {}, isFirst: true });
}

it("wherever the app dies at the end, there is one summary, one board, and nothing is kept that was shown", async () => {
  let deaths = 0;
  for (let steps = 1; steps < 130; steps += 7) {
    const room = await openCrashingRoom();
    await begin(room);
    await room.pass(1_000);
    await room.pass(DAY / 2);
    room.dieIn(steps);
    await room.pass(DAY / 2);
    for (let minutes = 0; minutes < 3; minutes++) await room.pass(70_000);
    const posted = room.slack.workspace.messages.filter((one) => one.bot && one.channel === "C1" && !one.for);
    const summaries = posted.filter(({ text }) => text.includes("it is over"));
    expect(new Set(summaries.map(({ metadata }) => JSON.stringify(metadata))).size).toBe(1);
    expect(summaries[0]?.text.match(/A line of/g)).toHaveLength(5);
    expect(posted.filter(({ text }) => text.startsWith("The board")).length).toBeLessThanOrEqual(1);
    const kept = await room.store.together("T0001", async (desk) => [
      ...(await desk.celebrations.lines(KEY)),
      ...(await desk.celebrations.showings(KEY)),
    ]);
    expect(kept).toEqual([]);
    deaths += room.deaths;
    await room.close();
  }
  expect(deaths).toBeGreaterThan(10);
});
