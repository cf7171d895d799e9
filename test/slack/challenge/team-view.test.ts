import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FED } from "../practice-room.ts";
import { FIVE, MONTH, openPlayingTeam, type PlayingTeam } from "./playing-team.ts";
import { secondClock } from "./second-clock.ts";
import { DAY, HEARD } from "./team-room.ts";

let room: PlayingTeam;
beforeEach(async () => {
  room = await openPlayingTeam();
});
afterEach(() => room.close());

const afterAMonth = async () => {
  await room.pass(MONTH);
  await room.launched();
};
const told = async () => (await room.asksForTeam()).text;

describe("how a team is doing", () => {
  it("is closed for a workspace's first thirty days, and says so, with no table, no digest and in Home", async () => {
    await room.launched();
    await room.play(FIVE, 5);
    await room.pass(2 * DAY);
    const view = await room.asksForTeam();
    expect(view.text).toContain("For the first thirty days nobody is shown how a team does here");
    expect(view.text).toContain("Wednesday 4 February, 10:00 (Amsterdam time)");
    expect(view.text).not.toContain("half");
    expect(JSON.stringify(view.blocks)).not.toMatch(/team:table|team:weekly|image/);
    expect(await room.home()).toContain("For the first thirty days");
    await room.pass(MONTH);
    expect(await told()).toContain("Validation: clear in more than half");
  });

  it("is told to the lead alone, in words, with a picture, a weak spot and a customer for it", async () => {
    await afterAMonth();
    await room.play(FIVE, 1);
    expect(await told()).toContain("Validation: not enough people and customers yet.");
    await room.pass(DAY);
    const { text, blocks } = await room.asksForTeam();
    expect(text).toContain("How the team of <#C1> is doing");
    expect(text).toContain("Together, which is going on: five or more");
    expect(text).toContain(
      "Validation: clear in fewer than half of the last practices, by five or more people.",
    );
    expect(text).toContain("De-escalation: clear in more than half");
    expect(text).toContain("Clarifying questions: not enough people and customers yet.");
    expect(text).toContain(
      "Validation had the most room left. “Cold soup &amp; no &lt;spoon&gt;” calls for it",
    );
    expect(blocks?.find(({ type }) => type === "image")?.alt_text).toContain("Validation: fewer than half.");
    const others = ["U2", "U3", "U4", "U5", "U6"].flatMap((person) => room.told(person));
    expect([...room.channel().map((one) => one.text), ...others].join()).not.toContain("How the team");
  });

  it("grows by whole batches, and shows the trend of them", async () => {
    await afterAMonth();
    await room.play(FIVE, 1);
    await room.pass(DAY);
    await room.plays("U2", "warm-tea");
    for (const person of ["U1", "U3", "U4"]) await room.plays(person);
    await room.pass(DAY);
    expect(await told()).not.toContain("Before that");
    await room.plays("U5");
    await room.pass(DAY);
    expect(await told()).toContain(
      "Validation: clear in more than half of the last practices, by five or more people. Before that, the oldest first: fewer than half.",
    );
  });

  it("leaves out who took no part, who left and who stopped early", async () => {
    await afterAMonth();
    await room.play(FIVE.slice(0, 4), 4);
    await room.plays("U6");
    const [joined] = room.slack.dm("U4").filter(({ text }) => text.includes("You take part"));
    await room.presses(joined ?? room.last("U4"), "challenge:leave", "U4");
    for (const person of ["U5", "U7"]) await room.joins(person);
    await room.plays("U5");
    await room.slack.person("U7").command("/practice", "cold-soup").then(room.quiet);
    await room.slack.person("U7").writes(HEARD);
    await room.pass(2_000);
    await room.slack.person("U7").writes("stop").then(room.quiet);
    await room.pass(DAY);
    expect(await told()).not.toContain("half");
  });

  it("leaves out whoever leaves when the challenge is over, as long as they wait for others", async () => {
    await afterAMonth();
    await room.play(FIVE.slice(0, 4), 4);
    await room.pass(6 * DAY);
    const [joined] = room.slack.dm("U4").filter(({ text }) => text.includes("You take part"));
    await room.presses(joined ?? room.last("U4"), "challenge:leave", "U4");
    expect(room.last("U4").text).toContain("is left out of them now");
    await room.launched();
    await room.play(["U5"], 1);
    await room.pass(DAY);
    expect(await told()).not.toContain("half");
  });

  it("counts a practice for one channel only, though its agent takes part in two", async () => {
    await afterAMonth();
    await room.launched("C2");
    for (const [index, person] of FIVE.entries()) {
      for (const channel of ["C1", "C2"]) await room.joins(person, room.posted(channel)[0]);
      await room.plays(person, index === 0 ? "warm-tea" : "cold-soup");
    }
    await room.pass(DAY);
    const both = [await room.asksForTeam("U1", "C1"), await room.asksForTeam("U1", "C2")];
    expect(both.filter(({ text }) => text.includes("more than half"))).toHaveLength(1);
  });

  it("counts each practice once where two clocks tick at the same time and everything comes twice", async () => {
    await afterAMonth();
    const second = secondClock(room);
    const tick = async (ms: number) => {
      await room.quiet();
      room.slack.clock.advance(ms);
      await Promise.all([room.tightrope.clockwork.turn(), second.turn()]);
      await room.quiet();
    };
    for (const [index, person] of FIVE.entries()) {
      await room.joins(person);
      const flow = index === 0 ? "warm-tea" : "cold-soup";
      await room.slack.redeliver(await room.slack.person(person).command("/practice", flow));
      for (const line of [HEARD, FED]) {
        await room.quiet();
        await room.slack.redeliver(await room.slack.person(person).writes(line));
        await tick(2_000);
      }
      await tick(16 * 60_000);
    }
    await room.pass(DAY);
    const text = await told();
    expect(text).toContain(
      "Validation: clear in more than half of the last practices, by five or more people.",
    );
    expect(text).not.toContain("Before that");
  });

  it("is forgotten as far as it waited when somebody asks to be forgotten", async () => {
    await afterAMonth();
    await room.play(FIVE.slice(0, 4), 4);
    await room.store.together("T0001", (desk) => desk.own.erase({ team: "T0001", user: "U2" }));
    await room.play(["U5"], 1);
    await room.pass(DAY);
    expect(await told()).not.toContain("half");
  });

  it("says that nothing was done together yet, and where to ask", async () => {
    await room.pass(MONTH);
    expect(await told()).toContain("there has been no challenge in this channel yet");
    await room.asks("team", "U1", "DU1");
    expect(room.last().text).toContain("Go to your team's channel");
    expect(room.channel("C1").find((one) => one.for === "U1")?.text).toContain("in your direct message");
  });

  it("keeps how many took part in a challenge that is over", async () => {
    await afterAMonth();
    for (const person of [...FIVE, "U6"]) await room.joins(person);
    await room.pass(6 * DAY);
    expect(await told()).toContain("Together: five or more.");
    await room.store.together("T0001", (desk) => desk.own.erase({ team: "T0001", user: "U2" }));
    await room.store.together("T0001", (desk) => desk.own.erase({ team: "T0001", user: "U3" }));
    expect(await told()).toContain("Together: five or more.");
  });

  it("keeps no word of it in the log", async () => {
    await afterAMonth();
    await room.play(FIVE, 5);
    await room.pass(DAY);
    await room.presses(await room.asksForTeam(), "team:table");
    expect(room.logged.join()).not.toMatch(/than half|miserable|Validation/);
  });
});

describe("the table of a team", () => {
  it("comes as a file into the lead's own direct message, with the figures that were shown", async () => {
    await afterAMonth();
    await room.play(FIVE, 5);
    await room.pass(DAY);
    await room.presses(await room.asksForTeam(), "team:table");
    expect(room.last()).toMatchObject({ channel: "DU1", files: [{ name: "team-C1.csv" }] });
    const { content } = room.slack.workspace.files.get(String(room.last().files?.[0]?.id)) ?? {};
    expect(content?.toString("utf8").split("\r\n")).toEqual([
      "figure,about,day (UTC),people,clear in",
      "skill,Validation,2026-02-04,5 or more,more than half",
      "skill,De-escalation,2026-02-04,5 or more,more than half",
      "taking part,Together,going on,5 or more,",
      "",
    ]);
  });
});
