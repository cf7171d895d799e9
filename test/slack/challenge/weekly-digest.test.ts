import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { View } from "../../slack-double/workspace.ts";
import { FIVE, MONTH, openPlayingTeam, type PlayingTeam } from "./playing-team.ts";
import { secondClock } from "./second-clock.ts";
import { DAY } from "./team-room.ts";

let room: PlayingTeam;
beforeEach(async () => {
  room = await openPlayingTeam();
});
afterEach(() => room.close());

const afterAMonth = async () => {
  await room.pass(MONTH);
  await room.launched();
};
const digests = () => room.slack.dm("U1").filter(({ text }) => text.includes("Your weekly digest"));

describe("the weekly digest", () => {
  it("comes only to who wants it, on Monday at nine, once, and only where something new went in", async () => {
    await afterAMonth();
    await room.play(FIVE, 5);
    await room.pass(5 * DAY);
    expect(digests()).toEqual([]);
    await room.presses(await room.asksForTeam(), "team:weekly-on");
    expect(room.last().text).toContain("Monday 16 February, 09:00 (Amsterdam time)");
    await room.pass(7 * DAY);
    expect(digests()).toEqual([]);
    await room.launched();
    await room.play(FIVE, 1);
    await room.pass(14 * DAY);
    await room.pass(14 * DAY);
    expect(digests()).toHaveLength(1);
    expect(digests()[0]?.text).toContain("Before that, the oldest first: more than half");
    await room.presses(digests()[0] ?? room.last(), "team:weekly-off");
    expect(room.last().text).toBe("The weekly digest is off.");
  });

  it("comes once where two clocks tick at that minute, and not at all when it was turned off", async () => {
    await afterAMonth();
    await room.presses(await room.asksForTeam(), "team:weekly-on");
    await room.play(FIVE, 5);
    room.slack.clock.advance(10 * DAY);
    await Promise.all([room.tightrope.clockwork.turn(), secondClock(room).turn()]);
    await room.quiet();
    expect(digests()).toHaveLength(1);
    await room.presses(await room.asksForTeam(), "team:weekly-off");
    await room.launched();
    await room.play(FIVE, 5);
    await room.pass(10 * DAY);
    expect(digests()).toHaveLength(1);
  });

  it("comes later where Slack can't be asked at that minute", async () => {
    await afterAMonth();
    await room.presses(await room.asksForTeam(), "team:weekly-on");
    await room.play(FIVE, 5);
    room.slack.failSometimes({ seed: 1, broken: 1, methods: ["users.info"] });
    await room.pass(10 * DAY);
    expect(digests()).toEqual([]);
    room.slack.failSometimes({ seed: 1 });
    await room.pass(15 * 60_000);
    expect(digests()).toHaveLength(1);
  });

  it("comes in a workspace that does not let the app ask who somebody is", async () => {
    await afterAMonth();
    await room.presses(await room.asksForTeam(), "team:weekly-on");
    await room.play(FIVE, 5);
    room.slack.failNext("users.info", { kind: "refused", error: "missing_scope" }, 100);
    await room.pass(10 * DAY);
    expect(digests()).toHaveLength(1);
  });

  it("stops for somebody who has left the company", async () => {
    await afterAMonth();
    await room.presses(await room.asksForTeam(), "team:weekly-on");
    await room.play(FIVE, 5);
    const lead = room.slack.workspace.people.get("U1");
    if (lead) lead.deactivated = true;
    await room.pass(10 * DAY);
    expect(digests()).toEqual([]);
  });
});

describe("what leads see", () => {
  it("stands in short in the Home tab of who launched there, and of nobody else", async () => {
    await afterAMonth();
    await room.play(FIVE, 5);
    await room.pass(DAY);
    expect(await room.home()).toContain("Validation: clear in more than half");
    expect(await room.home("U2")).not.toContain("How the team");
    await room.slack
      .person("U1")
      .clicks(room.slack.home("U1") as View, "team:look")
      .then(room.quiet);
    expect(room.last().text).toContain("How the team of <#C1> is doing");
    // That they saw it in their Home tab is one line a day, however often it is shown.
    const audited = async () => {
      const entries = await room.store.together("T0001", (desk) => desk.audit.read("T0001", 20));
      return entries.map(({ by, did, about }) => [by, did, ...about].join(" "));
    };
    const before = await audited();
    expect(before.slice(0, 2).sort()).toEqual(["U1 team-looked-at C1", "U1 team-looked-at C1 Home"]);
    await room.home();
    expect(await audited()).toEqual(before);
  });

  it("is shown to nobody else, who is told kindly, and no longer to who leads no more", async () => {
    await room.close();
    const leads = { people: ["U1"], groups: [] };
    room = await openPlayingTeam(leads);
    await afterAMonth();
    await room.play(FIVE, 5);
    await room.pass(DAY);
    await room.asks("team", "U2");
    expect(room.channel("C1").findLast((one) => one.for === "U2")?.text).toContain(
      "shown to those who launch challenges here: <@U1>",
    );
    expect(room.told("U2").join()).not.toContain("How the team");
    const view = await room.asksForTeam();
    await room.presses(view, "team:weekly-on");
    leads.people = ["U3"];
    for (const action of ["team:table", "team:look", "team:weekly-on"]) {
      await room.presses(view, action);
      expect(room.last().text).toContain("shown to those who launch challenges here: <@U3>");
    }
    expect(await room.home()).not.toContain("How the team");
    await room.pass(14 * DAY);
    expect(digests()).toEqual([]);
  });
});
