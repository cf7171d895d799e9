import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { objects } from "../slack-double/blocks.ts";
import type { Message } from "../slack-double/workspace.ts";
import { OPENING, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";
import { shownIn } from "./shown-in.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
});
afterEach(() => room.close());

const START = "start:cold-soup";
const buttons = (message: Message) =>
  objects(message.blocks).flatMap((block) =>
    objects(block.elements).flatMap(({ action_id }) => action_id ?? []),
  );

const choose = (id: string) =>
  room.slack.person("U1").submits(room.slack.page("U1"), { "choose:customer": id }).then(room.quiet);

describe("starting a practice", () => {
  it("the command opens a list that says how hard each customer is and how long it takes", async () => {
    await room.slack.person("U1").command("/practice");
    await room.quiet();
    expect(shownIn(room.slack.openView("U1"))).toContain("Easy, about 3 minutes");
    expect(room.told()).toEqual([]);
  });

  it("a customer can be chosen there, and it then says where to look", async () => {
    await room.slack.person("U1").command("/practice", "", "C1");
    await room.quiet();
    await choose("cold-soup");
    expect(room.customerSaid()).toEqual([OPENING]);
    expect(shownIn(room.slack.openView("U1"))).toContain("is writing to you now");
    expect(room.slack.channel("C1", "U1")).toEqual([]);
  });

  it("one choice is all there is to answer in it, and where a client lets it pass, it is asked for", async () => {
    await room.slack.person("U1").command("/practice").then(room.quiet);
    const list = room.slack.page("U1");
    expect(shownIn(list)).not.toContain(`"type":"button"`);
    const blocks = objects(list.blocks).map((block) => ({ ...block, optional: true }));
    await room.slack
      .person("U1")
      .submits({ ...list, blocks })
      .then(room.quiet);
    expect(room.slack.openView("U1")?.errors).toEqual({ customer: "Choose a customer first." });
    expect(room.told()).toEqual([]);
  });

  it("chosen there in the middle of a practice, it does not say that somebody new is writing", async () => {
    await room.begin();
    await room.pass(10_000);
    await room.slack.person("U1").command("/practice").then(room.quiet);
    await choose("cold-soup");
    expect(shownIn(room.slack.openView("U1"))).toContain("I have written to you");
    expect(room.last().text).toContain("You are in the middle of a practice");
  });

  it("a list that Slack no longer lets us open comes as a message instead", async () => {
    const command = room.slack.unsent("U1").command("/practice");
    room.slack.clock.advance(4_000);
    await room.slack.deliver(command);
    await room.quiet();
    expect(room.last().text).toContain("Choose a customer");
    room.refusals.push("expired_trigger_id");
  });

  it("a customer can be chosen in Home", async () => {
    await room.slack.person("U1").opensHome();
    await room.quiet();
    await room.slack.person("U1").clicks(room.slack.home("U1") as never, START);
    await room.quiet();
    expect(room.customerSaid()).toEqual([OPENING]);
  });

  it("the word practice brings the list as a message, and its button starts", async () => {
    await room.slack.person("U1").writes("Practice!");
    await room.quiet();
    expect(room.last().text).toContain("Cold soup &amp; no &lt;spoon&gt; (Easy, about 3 minutes)");
    await room.slack.person("U1").clicks(room.last(), START);
    await room.quiet();
    expect(room.customerSaid()).toEqual([OPENING]);
  });

  it("the command with a customer's name starts at once", async () => {
    await room.slack.person("U1").command("/practice", " Cold-Soup ");
    await room.quiet();
    expect(room.customerSaid()).toEqual([OPENING]);
  });

  it("says what this is before the customer speaks, and offers the ways out", async () => {
    await room.begin();
    const [control, line] = room.slack.dm("U1") as [Message, Message];
    expect(control.text).toContain("Robin Ashdown is not a real person");
    expect(control.text).toContain("Robin is short with you");
    expect(control.username).toBeUndefined();
    expect(buttons(control)).toEqual(["practice:hint", "practice:pause", "practice:softer", "practice:stop"]);
    expect(line).toMatchObject({
      username: "Robin Ashdown (practice customer)",
      icon_emoji: ":stew:",
      text: OPENING,
    });
  });

  it("a customer nobody knows gets a kind answer that only the asker sees", async () => {
    await room.slack.person("U1").command("/practice", "warm-soup", "C1");
    const [answer] = room.slack.channel("C1", "U1");
    expect(answer).toMatchObject({ for: "U1" });
    expect(answer?.text).toContain("no customer called “warm-soup”");
  });

  it("two taps on Start begin one practice, without a word about the second", async () => {
    await room.slack.person("U1").writes("practice");
    await room.quiet();
    const list = room.last();
    await Promise.all([
      room.slack.person("U1").clicks(list, START),
      room.slack.person("U1").clicks(list, START),
    ]);
    await room.quiet();
    expect(room.told()).toHaveLength(3);
    expect(room.customerSaid()).toEqual([OPENING]);
  });

  it("who stops and starts again at once is not taken for a second tap", async () => {
    await room.begin();
    await room.slack.person("U1").writes("stop").then(room.quiet);
    await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    expect(room.customerSaid()).toEqual([OPENING, OPENING]);
  });

  it("two taps in the middle of the same one are answered once", async () => {
    await room.begin();
    await room.pass(10_000);
    const told = room.told().length;
    for (const _tap of [1, 2])
      await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    expect(room.told()).toHaveLength(told + 1);
  });

  it("who starts again in the middle may go on", async () => {
    await room.begin();
    await room.pass(10_000);
    await room.slack.person("U1").command("/practice", "cold-soup");
    await room.quiet();
    expect(room.last().text).toContain("You are in the middle of a practice with Robin Ashdown");
    await room.slack.person("U1").clicks(room.last(), "practice:go-on");
    await room.quiet();
    expect(room.last().text).toBe(`Go on. Robin Ashdown's last words were: “${OPENING}”`);
  });

  it("who starts again in the middle may switch, and gets a debrief of the first", async () => {
    await room.begin();
    await room.pass(10_000);
    await room.slack.person("U1").command("/practice", "cold-soup");
    await room.quiet();
    const before = await room.practice();
    await room.slack.person("U1").clicks(room.last(), "practice:switch");
    await room.quiet();
    expect(room.told().filter((text) => text.startsWith("Your debrief"))).toHaveLength(1);
    expect(room.customerSaid()).toEqual([OPENING, OPENING]);
    expect((await room.practice())?.id).not.toBe(before?.id);
  });

  it("a customer that was taken off the list since says so", async () => {
    await room.slack.person("U1").writes("practice");
    await room.quiet();
    const list = structuredClone(room.last());
    const [, { accessory }] = objects(list.blocks) as [
      unknown,
      { accessory: { action_id: string; value: string } },
    ];
    Object.assign(accessory, { action_id: "start:gone", value: "gone" });
    await room.slack.person("U1").clicks(list, "start:gone");
    await room.quiet();
    expect(room.last().text).toContain("no longer available");
  });
});
