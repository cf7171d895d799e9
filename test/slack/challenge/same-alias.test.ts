import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "../../slack-double/until.ts";
import { appears } from "./celebrating.ts";
import { DAY, openTeamRoom, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openTeamRoom();
  await room.launches("together", { goal: "4", board: ["board"] });
  await room.joins("U2");
  await room.joins("U3");
});
afterEach(() => room.close());

const TAKEN = "Somebody goes by that name already. Choose another one.";
const BOTH = ["U2", "U3"];

describe("two members who choose the same name", () => {
  it("one after the other: the second is told in the dialogue, whatever letters are large", async () => {
    await appears(room, "U2", "Night Heron");
    await appears(room, "U3", "night heron");
    expect(room.slack.openView("U3")?.errors).toEqual({ alias: TAKEN });
  });

  it("at the same moment: one of them gets it, and the other is told", async () => {
    // After a day Slack is asked again who they are, and both are held there after the first look at the names.
    await room.pass(DAY);
    for (const person of BOTH) {
      const joined = room.slack.dm(person).findLast(({ text }) => text.includes("You take part"));
      if (joined) await room.presses(joined, "challenge:appear", person);
    }
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = room.slack.timesCalled("users.info");
    room.slack.failNext("users.info", { kind: "held", until: released }, 2);
    for (const person of BOTH)
      void room.slack.person(person).submits(room.page(person), { "challenge:alias": "Night Heron" });
    await until(() => room.slack.timesCalled("users.info") - before === 2);
    release();
    await room.slack.arrived();
    await room.quiet();
    const told = BOTH.map((person) => room.last(person).text).sort();
    expect(told).toEqual([TAKEN, expect.stringContaining("You appear as “Night Heron”.")]);
  });
});
