import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { openSharingRoom, type SharingRoom } from "./sharing-room.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

let room: SharingRoom;
let debrief: Message;
beforeEach(async () => {
  room = await openSharingRoom();
  debrief = room.last();
  await room.pass(2 * HOUR);
});
afterEach(() => room.close());

const me = () => room.slack.person("U1");
const kept = () => room.store.practice("T0001", room.practiceId);
const progress = async () => {
  await me().command("/practice", "progress").then(room.quiet);
  return room.last().text;
};
/** Lets days pass one by one, as they do. */
const days = async (many: number) => {
  for (let day = 0; day < many; day += 30) await room.pass(Math.min(30, many - day) * DAY);
  await room.pass(2 * HOUR);
  await room.pass(2 * HOUR);
};

describe("what a practice keeps", () => {
  it("is every word for 89 days", async () => {
    await days(89);
    expect(JSON.stringify((await kept())?.session.record)).toContain("pineapple");
  });

  it("is only what it showed after 90 days, and progress is the same", async () => {
    const before = await progress();
    await days(92);
    expect(JSON.stringify((await kept())?.session.record)).not.toContain("pineapple");
    expect((await kept())?.session.turns.map(({ reply }) => reply)).toEqual(
      Array(3).fill("(a line that was erased)"),
    );
    expect(await progress()).toBe(before);
  });

  it("is explained kindly where somebody goes back to its words", async () => {
    await days(92);
    await me().clicks(debrief, "share:open").then(room.quiet);
    expect(room.shown(room.page())).toContain("words of this practice are no longer kept");
    const looked = room.slack.dm("U1").find((one) => room.shown(one).includes("debrief:talk")) as Message;
    const buttons = room.shown(looked).match(/"(?:debrief:\w+|retry:\w+)"/g) ?? [];
    expect(buttons.length).toBeGreaterThan(1);
    for (const action of buttons.map((one) => one.replaceAll('"', ""))) {
      await me().clicks(looked, action).then(room.quiet);
      expect(room.last().text).toContain("The words of that practice are no longer kept");
    }
  });

  it("is nothing after 400 days", async () => {
    await days(405);
    expect(await kept()).toBeUndefined();
    expect(room.logged.join()).not.toContain("pineapple");
  });

  it("ends where it was left in the middle, and another can begin", async () => {
    await room.begin();
    await room.pass(HOUR);
    await days(92);
    expect(await room.practice()).toBeUndefined();
    await room.begin();
    expect(await room.practice()).toBeDefined();
  });
});

describe("somebody who has left the company", () => {
  const everything = (user = "U1") => room.store.ownData({ team: "T0001", user, channel: `D${user}` });
  const deactivate = (isGone: boolean, user = "U1") => {
    const person = room.slack.workspace.people.get(user);
    if (person) person.deactivated = isGone;
  };

  it("is erased when message text would be, and not before", async () => {
    deactivate(true);
    await days(85);
    expect((await everything()).practices).toHaveLength(1);
    await days(65);
    const { practices, rest } = await everything();
    expect([practices, ...Object.values(rest)].flat()).toEqual([]);
  });

  it("is kept like anybody else when they come back meanwhile", async () => {
    deactivate(true);
    await days(60);
    deactivate(false);
    await days(90);
    expect((await everything()).practices).toHaveLength(1);
  });

  it("is erased also where Slack shows the app nothing of somebody who is asked about before them", async () => {
    await room.begin("U2");
    const hidden = room.slack.workspace.people.get("U1");
    if (hidden) hidden.hidden = true;
    // From here on U1 comes first: nobody was asked about longer ago.
    await days(40);
    deactivate(true, "U2");
    await days(150);
    const { practices, rest } = await everything("U2");
    expect([practices, ...Object.values(rest)].flat()).toEqual([]);
    expect((await everything()).practices).toHaveLength(1);
    const refused = room.slack.calls.filter(({ result }) => result.error === "user_not_visible");
    room.refusals.push(...refused.map(() => "user_not_visible"));
  });

  it("is asked about once a month, not once a day", async () => {
    await room.pass(2 * HOUR);
    const asked = () => room.slack.timesCalled("users.info");
    const before = asked();
    for (let day = 0; day < 20; day += 1) await room.pass(DAY);
    expect(asked() - before).toBeLessThanOrEqual(1);
  });
});
