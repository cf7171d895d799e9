import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { goodHour } from "../../src/programme/good-hour.ts";
import { offerRhythm } from "../../src/slack/remind.ts";
import type { Message } from "../slack-double/workspace.ts";
import { COLD_SOUP, GONE, likeColdSoup, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = "Europe/Amsterdam";
const WARM_TEA = likeColdSoup({ "flow: cold-soup": "flow: warm-tea", "Cold soup & no <spoon>": "Warm tea" });

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom({ flows: [COLD_SOUP, WARM_TEA] });
  // A Monday morning.
  await room.pass((Date.parse("2029-01-08T10:00:00Z") - room.slack.clock.now()) % (7 * DAY));
});
afterEach(() => room.close());

const ada = () => room.slack.person("U1");
const write = (text: string) => ada().writes(text).then(room.quiet);
const press = (message: Message, action: string) => ada().clicks(message, action).then(room.quiet);
const reminders = () => room.told().filter((text) => text.startsWith("Hello again"));
const accept = async () => {
  await write("reminders");
  await press(room.last(), "rhythm:accept");
};
const rhythm = () => room.store.together("T0001", (desk) => desk.rhythm("T0001", "U1"));
const offerAfterDebrief = async () => {
  const [practice] = await room.store.together("T0001", (desk) => desk.practicesOf("T0001", "U1"));
  if (practice) await room.store.together("T0001", (desk) => offerRhythm(desk, practice));
  await room.quiet();
};

describe("reminders", () => {
  it("come four times at a good hour, and then no more", async () => {
    await accept();
    expect(room.last().text).toContain("Reminders are on. The next one comes on");
    for (let hours = 0; hours < 120 * 24; hours += 6) {
      const before = reminders().length;
      await room.pass(6 * HOUR);
      if (reminders().length > before)
        expect(goodHour(room.slack.clock.now(), ZONE)).toBe(room.slack.clock.now());
    }
    expect(reminders()).toHaveLength(4);
    expect(reminders()[3]).toContain("reminder 4 of 4");
    await write("reminders");
    expect(room.last().text).toContain("Shall I remind you");
    const offered = room.told().length;
    await room.begin();
    await ada().writes(GONE);
    await room.pass(2_000);
    expect(room.told().slice(offered).join()).not.toContain("Shall I remind you");
  });

  it("follow who has moved to another time zone", async () => {
    await accept();
    const zone = "Pacific/Auckland";
    Object.assign(room.slack.workspace.people.get("U1") ?? {}, { tz: zone });
    for (let hours = 0; hours < 6 * 24 && reminders().length === 0; hours += 1) await room.pass(HOUR);
    expect(reminders()).toHaveLength(1);
    expect(goodHour(room.slack.clock.now(), ZONE)).not.toBe(room.slack.clock.now());
    expect(goodHour(room.slack.clock.now(), zone)).toBe(room.slack.clock.now());
    expect((await rhythm())?.zone).toBe(zone);
  });

  it("keep to the time zone known before where Slack does not tell it", async () => {
    await accept();
    room.slack.failNext("users.info", { kind: "refused", error: "user_not_found" });
    await room.pass(3 * DAY);
    expect(reminders()).toHaveLength(1);
    expect((await rhythm())?.zone).toBe(ZONE);
  });

  it("bring a practice to start at once", async () => {
    await accept();
    await room.pass(3 * DAY + HOUR);
    expect(room.last().text).toContain("Suggested next: Cold soup");
    await press(room.last(), "start:cold-soup");
    expect((await room.practice())?.session.flow.id).toBe("cold-soup");
  });

  it("can be put off for a week, and a second tap says nothing twice", async () => {
    await accept();
    await room.pass(3 * DAY);
    const reminder = room.last();
    const before = room.told().length;
    await Promise.all([press(reminder, "rhythm:snooze"), press(reminder, "rhythm:snooze")]);
    expect(room.last().text).toContain("It comes again on");
    expect(room.told()).toHaveLength(before + 1);
    await room.pass(6 * DAY);
    expect(reminders()).toHaveLength(1);
    await room.pass(DAY);
    expect(reminders()).toHaveLength(2);
    expect(reminders()[1]).toContain("reminder 1 of 4");
  });

  it("can be stopped, and come back with a word", async () => {
    await accept();
    await room.pass(3 * DAY);
    const reminder = room.last();
    await press(reminder, "rhythm:stop");
    expect(room.last().text).toContain("The reminders have stopped");
    await room.pass(100 * DAY);
    expect(reminders()).toHaveLength(1);
    await press(reminder, "rhythm:stop");
    expect(room.last().text).toContain("no reminders to stop");
    await press(reminder, "rhythm:snooze");
    expect(room.last().text).toContain("no longer waiting for an answer");
    await accept();
    expect(room.last().text).toContain("Reminders are on");
  });

  it("never come while a practice is running, but after it", async () => {
    await accept();
    await room.pass(3 * DAY - HOUR);
    await room.begin();
    await room.pass(2 * HOUR);
    expect(reminders()).toEqual([]);
    await write("stop");
    await room.pass(2 * HOUR);
    expect(reminders()).toHaveLength(1);
  });

  it("are asked for by command too, and nobody else sees any of it", async () => {
    await ada().command("/practice", "reminders", "C1").then(room.quiet);
    expect(room.last().text).toContain("Shall I remind you");
    expect(room.told("U2")).toEqual([]);
    expect(room.slack.channel("C1", "U2")).toEqual([]);
  });
});

describe("the offer after a debrief", () => {
  beforeEach(async () => {
    await room.begin();
    await ada().writes(GONE);
    await room.pass(2_000);
  });

  it("comes once, and a no is kept", async () => {
    await offerAfterDebrief();
    const offer = room.last();
    expect(offer.text).toContain("Shall I remind you");
    await press(offer, "rhythm:decline");
    expect(room.last().text).toContain("I won't ask again");
    const before = room.told().length;
    await offerAfterDebrief();
    await room.pass(100 * DAY);
    expect(room.told()).toHaveLength(before);
  });

  it("accepted twice begins once, and declined afterwards says how it stands", async () => {
    await offerAfterDebrief();
    const offer = room.last();
    await Promise.all([press(offer, "rhythm:accept"), press(offer, "rhythm:accept")]);
    expect(room.told().filter((text) => text.startsWith("Reminders are on"))).toHaveLength(1);
    await press(offer, "rhythm:decline");
    expect(room.last().text).toContain("Reminders are on");
  });

  it("does not come where reminders were offered on request", async () => {
    await write("reminders");
    const before = room.told().length;
    await offerAfterDebrief();
    expect(room.told()).toHaveLength(before);
  });
});

describe("two offers beside each other", () => {
  let first: Message;
  let second: Message;
  beforeEach(async () => {
    await write("reminders");
    first = room.last();
    await write("reminders");
    second = room.last();
    await press(first, "rhythm:accept");
    await room.pass(DAY);
  });

  it("an answered one has nothing left to press", () => {
    const left = room.slack.dm("U1").find(({ ts }) => ts === first.ts);
    expect(left?.text).toContain("Shall I remind you");
    expect(JSON.stringify(left?.blocks ?? [])).not.toContain("button");
  });

  it("accepting the other one as well changes nothing, and says so", async () => {
    const next = room
      .told()
      .findLast((text) => text.startsWith("Reminders are on"))
      ?.split(". ")[1];
    await press(second, "rhythm:accept");
    expect(room.last().text).toBe(`Reminders are on, and stay as they are. ${next}`);
    await room.pass(2 * DAY + HOUR);
    expect(reminders()).toHaveLength(1);
    expect(JSON.stringify(room.slack.dm("U1").find(({ ts }) => ts === second.ts))).not.toContain("button");
  });

  it("a no to the other one says how it stands, with a way to stop", async () => {
    await press(second, "rhythm:decline");
    expect(room.last().text).toContain("Reminders are on, and stay as they are.");
    await press(room.last(), "rhythm:stop");
    expect(room.last().text).toContain("The reminders have stopped");
  });
});
