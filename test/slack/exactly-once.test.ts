import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "../slack-double/until.ts";
import { OPENING, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
});
afterEach(() => room.close());

const ada = () => room.slack.person("U1");
const replies = async () => (await room.practice())?.session.turns.map(({ reply }) => reply);

describe("a delivery that is repeated", () => {
  it("is answered once, whenever it comes again", async () => {
    await room.begin();
    const delivery = await ada().writes("Hello");
    await room.slack.redeliver(delivery, { retryNum: 1, retryReason: "http_timeout" });
    await room.pass(2_000);
    await room.slack.redeliver(delivery, { retryNum: 2 });
    await room.pass(300_000);
    await room.slack.redeliver(delivery, { retryNum: 3, retryReason: "http_error" });
    await room.pass(2_000);
    expect(await replies()).toEqual(["Hello"]);
    expect(room.slack.deliveries.every(({ status }) => status === 200)).toBe(true);
  });

  it("is answered once when all of it comes at the same time", async () => {
    await room.begin();
    const envelope = room.slack.unsent("U1").writes("Hello");
    await Promise.all([0, 1, 2, 3].map((retryNum) => room.slack.deliver(envelope, { retryNum })));
    await room.pass(2_000);
    expect(await replies()).toEqual(["Hello"]);
  });

  it("is heard even when the first delivery never arrived", async () => {
    await room.begin();
    await room.slack.deliver(room.slack.unsent("U1").writes("Hello"), { retryNum: 2 });
    await room.pass(2_000);
    expect(await replies()).toEqual(["Hello"]);
  });

  it("of a command and of a button, it starts and steers once", async () => {
    const command = await ada().command("/practice", "cold-soup");
    await room.slack.redeliver(command);
    await room.quiet();
    const control = room.slack.dm("U1")[0];
    const pressed = await ada().clicks(control as never, "practice:hint");
    await room.slack.redeliver(pressed);
    await room.quiet();
    expect(room.told().filter((text) => text.startsWith("Hint:"))).toHaveLength(1);
    expect(room.customerSaid()).toEqual([OPENING]);
  });
});

describe("deliveries in another order than they were written", () => {
  it("are heard in the order in which they were written", async () => {
    await room.begin();
    const envelopes = ["one", "two", "three"].map((words) => {
      room.slack.clock.advance(100);
      return room.slack.unsent("U1").writes(words);
    });
    for (const envelope of envelopes.reverse()) await room.slack.deliver(envelope);
    await room.pass(2_000);
    expect(await replies()).toEqual(["one\ntwo\nthree"]);
  });

  it("a message that comes after its turn was taken is a turn of its own", async () => {
    await room.begin();
    const late = room.slack.unsent("U1").writes("late");
    await ada().writes("early");
    await room.pass(2_000);
    await room.slack.deliver(late);
    await room.pass(2_000);
    expect(await replies()).toEqual(["early", "late"]);
  });
});

describe("when Slack cannot be asked who somebody is", () => {
  it("it is asked again, and the practice starts without a word about it", async () => {
    room.slack.failNext("users.info", { kind: "broken" });
    room.slack.failNext("conversations.open", { kind: "limited", retryAfter: 1 });
    await ada().command("/practice", "cold-soup");
    await until(() => room.customerSaid().length === 1);
    expect(room.told()).toHaveLength(2);
    expect(room.slack.deliveries[0]?.status).toBe(200);
  });

  it("a mistake of our own is told with a reference, and everything before it is safe", async () => {
    await room.begin();
    room.slack.failNext("views.publish", { kind: "refused", error: "not_enabled" });
    await ada().opensHome();
    await room.quiet();
    const reference = /reference: (\w+)$/.exec(room.last().text)?.[1];
    expect(room.logged.join()).toContain(`"reference":"${reference}"`);
    expect((await room.practice())?.session.state).toBe("playing");
  });
});
