import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "../../slack-double/until.ts";
import { DAY, HEARD, openTeamRoom, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openTeamRoom();
});
afterEach(() => room.close());

const living = () => room.posted()[0]?.text ?? "";

describe("a team that fills a meter together", () => {
  it("is invited by one message that says what counts, until when, and who sees what", async () => {
    await room.launches("together", { goal: "4", word: "Let's do <this> & that." });
    expect(living()).toContain("Together: 4 specific validations");
    expect(living()).toContain("Let's do &lt;this&gt; &amp; that.");
    expect(living()).toContain("This channel sees how many have joined and how full the meter is, never who");
    expect(living()).toContain("0 of 4 specific validations (0 %)");
    expect(living()).toContain("Nobody has joined yet. 5 days left.");
  });

  it("sees the meter grow by what members practise, at most once a minute, and nobody else's", async () => {
    await room.launches("together", { goal: "4" });
    await room.joins("U2");
    await room.practises("U2", [HEARD]);
    await room.practises("U3", [HEARD]);
    await room.pass(60_000);
    expect(living()).toContain("1 of 4 specific validations (25 %)");
    expect(living()).toContain("One has joined.");
    expect(room.told("U2").join()).toContain("You take part");
  });

  it("hears of half of the way and of the goal, once each, in the thread", async () => {
    await room.launches("together", { goal: "2" });
    await room.joins("U2");
    for (const _ of [1, 2, 3]) {
      await room.practises("U2", [HEARD]);
      await room.pass(60_000);
    }
    expect(room.threaded().map(({ text }) => text.split(":")[0])).toEqual([
      "Half of the way",
      "The goal is reached",
    ]);
  });

  it("ends once, with what was done together, and has nothing left to press", async () => {
    const posted = structuredClone(await room.launches("together", { goal: "4" }));
    await room.joins("U2");
    await room.practises("U2", [HEARD]);
    await room.pass(5 * DAY);
    await room.pass(5 * DAY);
    expect(living()).toContain("It is over.");
    expect(JSON.stringify(room.posted()[0]?.blocks)).not.toContain("challenge:join");
    expect(
      room
        .posted()
        .slice(1)
        .map(({ text }) => text.split("\n\n")[1]),
    ).toEqual(["You did 1 specific validation together, of 4. Each of them was said to somebody difficult."]);
    await room.presses(posted, "challenge:join", "U3");
    expect(room.told("U3").join()).toContain("That challenge is over");
  });

  it("is joined and left without a word to anybody, and joined again", async () => {
    await room.launches("together", { goal: "4" });
    await room.joins("U2");
    await room.joins("U2");
    const told = room.slack.dm("U2").filter(({ text }) => text.includes("You take part"));
    expect(told).toHaveLength(1);
    const whispered = () =>
      room.channel().filter((one) => one.for === "U2" && one.text.startsWith("You take part"));
    await until(() => whispered().length === 2);
    if (told[0]) await room.presses(told[0], "challenge:leave", "U2");
    await room.pass(60_000);
    expect(living()).toContain("Nobody has joined yet.");
    await room.practises("U2", [HEARD]);
    await room.joins("U2");
    await room.pass(60_000);
    expect(living()).toContain("0 of 4");
    expect(living()).toContain("One has joined.");
    expect(room.channel().map(({ user }) => user)).not.toContain("U2");
  });
});
