import { afterEach, describe, expect, it } from "vitest";
import { GONE } from "../practice-room.ts";
import { ALSO_HEARD, appears, asks, challengeIn, openParty, plays, reading } from "./celebrating.ts";
import { DAY, HEARD, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
afterEach(() => room.close());

const summary = (channel = "C1") => room.posted(channel).at(-1);
const words = (channel = "C1") => summary(channel)?.text ?? "";
const picture = (channel = "C1") => summary(channel)?.blocks?.find(({ type }) => type === "image");
const TEAM = ["U2", "U3", "U4", "U5", "U6", "U7"];

/** A team of six plays for five days; three of them had practised before. */
async function playWeek(): Promise<void> {
  for (const old of TEAM.slice(0, 3)) await plays(room, old, "Hello.");
  // How a team does is shown to nobody in the first thirty days.
  await room.pass(31 * DAY);
  await room.launches("together", { goal: "9" });
  for (const [index, person] of TEAM.entries()) {
    await room.joins(person);
    await plays(room, person, HEARD, index % 2 ? "cold-tea" : "cold-soup");
    await room.pass(DAY / 2);
  }
}

describe("the summary of a challenge", () => {
  it("tells a team what it did, with a picture whose words it carries, first-timers and the skills as bands", async () => {
    room = await openParty();
    await playWeek();
    await room.pass(3 * DAY);
    expect(words()).toContain("You did 6 specific validations together, of 9.");
    expect(words()).toContain("6 took part.");
    expect(words()).toContain("3 practised for the first time.");
    expect(words()).toContain("Validation was clear in more than half of the practices.");
    expect(words()).toContain("Specific validations, day by day: 2 by 5 Feb");
    expect(words()).toContain("Thank you, everybody who took part, and <@U1>");
    expect(picture()?.alt_text).toContain("The goal was 9 specific validations.");
    expect(words()).not.toMatch(/<@U[2-9]>/);
  });

  it("keeps nothing of what practices showed once it is given, and is given once", async () => {
    room = await openParty();
    await playWeek();
    const challenge = await challengeIn(room);
    expect(await reading(room, (desk) => desk.celebrations.showings(challenge))).toHaveLength(6);
    await room.pass(3 * DAY);
    await room.pass(DAY);
    expect(room.posted()).toHaveLength(2);
    expect(await reading(room, (desk) => desk.celebrations.showings(challenge))).toEqual([]);
    expect(await reading(room, (desk) => desk.celebrations.lines(challenge))).toEqual([]);
  });

  it("of four people says nothing that could be about one of them, however much they did", async () => {
    room = await openParty(5);
    await room.pass(31 * DAY);
    await room.launches("together", { goal: "9" });
    for (const [index, person] of ["U2", "U3", "U4", "U5"].entries()) {
      await room.joins(person);
      await plays(room, person, HEARD);
      await plays(room, person, index % 2 ? HEARD : ALSO_HEARD, "cold-tea");
    }
    await room.pass(5 * DAY);
    expect(words()).toContain("specific validations together");
    expect(words()).not.toMatch(/was clear|first time|mended/);
    expect(picture()?.alt_text).not.toContain("was clear");
  });

  it("leaves out whoever has left before the others came: with one of five gone, no skill is told", async () => {
    room = await openParty(6);
    await room.pass(31 * DAY);
    await room.launches("together", { goal: "9" });
    for (const [index, person] of ["U6", "U2", "U3", "U4", "U5"].entries()) {
      await room.joins(person);
      await plays(room, person, HEARD, index % 2 ? "cold-tea" : "cold-soup");
      if (person !== "U6") continue;
      const joined = room.slack.dm("U6").find(({ text }) => text.includes("You take part"));
      if (joined) await room.presses(joined, "challenge:leave", "U6");
    }
    await room.pass(5 * DAY);
    expect(words()).toContain("4 took part.");
    expect(words()).not.toContain("was clear");
    expect(words()).toContain("You did 5 specific validations together");
  });

  it("shows lines as their authors agreed, in a team that is large enough also without a name", async () => {
    room = await openParty();
    await playWeek();
    for (const [person, how] of [
      ["U2", "nobody"],
      ["U3", "name"],
    ] as const) {
      const asked = asks(room, person).at(-1);
      if (asked) await room.presses(asked, `challenge:line:${how}`, person);
    }
    await room.pass(3 * DAY);
    const [, lines = ""] = words().split("its author agreed:\n");
    expect(lines.split("\n\n")[0]?.split("\n")).toHaveLength(2);
    expect(lines).toContain("<@U3>");
    expect(words()).not.toContain("<@U2>");
  });

  it("counts mended turns without a name, once for each message however often it is mended", async () => {
    room = await openParty(3);
    await room.launches("together", { goal: "9" });
    await room.joins("U2");
    await plays(room, "U2", GONE);
    for (const _ of [1, 2]) {
      const debrief = room.slack.dm("U2").find(({ text }) => text.startsWith("Your debrief"));
      if (debrief) await room.presses(debrief, "retry:1", "U2");
      await room.slack.person("U2").writes(HEARD);
      await room.pass(2_000);
      await room.slack.person("U2").writes("stop");
      await room.pass(60_000);
    }
    const challenge = await challengeIn(room);
    expect(await reading(room, (desk) => desk.celebrations.mendedIn(challenge, "C1"))).toBe(1);
    await room.pass(5 * DAY);
    expect(words()).not.toContain("mended");
    expect(await reading(room, (desk) => desk.celebrations.mendedIn(challenge, "C1"))).toBe(0);
  });

  it("is each channel's own in team against team", async () => {
    room = await openParty(5, ["C1", "C2"]);
    await room.launches("team-against-team", { channels: ["C2"], goal: "3" });
    await room.joins("U2");
    await room.joins("U3", room.posted("C2")[0]);
    await plays(room, "U2", HEARD);
    await appears(room, "U3", "Fern", false);
    await plays(room, "U3", ALSO_HEARD);
    const asked = asks(room, "U3").at(-1);
    if (asked) await room.presses(asked, "challenge:line:alias", "U3");
    await room.pass(5 * DAY);
    expect(words("C1")).toContain("Specific validations for each member, day by day: 1 by 5 Jan.");
    expect(words("C1")).not.toContain("Fern");
    expect(words("C2")).toContain("”, Fern");
  });

  it("comes without a picture and without blame where nothing was counted", async () => {
    room = await openParty(3);
    await room.launches("together", { goal: "9" });
    await room.pass(5 * DAY);
    expect(words()).toContain("Nothing was counted this time.");
    expect(picture()).toBeUndefined();
  });
});
