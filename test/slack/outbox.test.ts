import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ON_ITS_WAY } from "../../src/store/holder.ts";
import { until } from "../slack-double/until.ts";
import type { Message } from "../slack-double/workspace.ts";
import { OPENING, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
});
afterEach(() => room.close());

const POST = "chat.postMessage";

function written(person: string, ...lines: string[]): Promise<string[]> {
  room.slack.unsent(person).opensHome();
  return room.store.together("T0001", async (desk) => {
    const ids: string[] = [];
    for (const text of lines) ids.push(await desk.send("T0001", `D${person}`, { text }));
    return ids;
  });
}

const say = (person: string, ...lines: string[]) => written(person, ...lines).then(room.quiet);
const posts = () => room.slack.timesCalled(POST);

describe("carrying messages to Slack", () => {
  it("what Slack wants left in peace is, in every channel, and changes go on", async () => {
    await room.begin();
    room.slack.failNext(POST, { kind: "limited", retryAfter: 30 });
    await say("U1", "one", "two");
    await say("U2", "three");
    await room.slack.person("U1").writes("pause");
    await room.quiet();
    expect(JSON.stringify(room.slack.dm("U1")[0]?.blocks)).toContain("practice:stop");
    await room.pass(29_999);
    expect([room.told("U1"), room.told("U2")]).toEqual([room.told("U1").slice(0, 2), []]);
    await room.pass(1);
    expect(room.told("U1").slice(2, 4)).toEqual(["one", "two"]);
    expect(room.told("U2")).toEqual(["three"]);
  });

  it("a channel gets a burst of messages and then one a second", async () => {
    const lines = Array.from({ length: 8 }, (_, index) => `${index}`);
    const told = async (after: number) => {
      room.slack.clock.advance(after);
      await room.tightrope.clockwork.turn();
      return room.told().length;
    };
    await written("U1", ...lines);
    expect([await told(0), await told(4_999), await told(1)]).toEqual([5, 5, 8]);
    expect(room.told()).toEqual(lines);
  });

  it("a channel in which Slack does not answer holds up no other", async () => {
    let answer = () => {};
    room.slack.failNext(POST, { kind: "held", until: new Promise<void>((resolve) => (answer = resolve)) });
    await written("U1", "one", "two");
    await until(() => posts() === 1);
    await written("U2", "three", "four");
    await until(() => room.told("U2").length === 2);
    answer();
    await room.quiet();
    expect(room.told("U1")).toEqual(["one", "two"]);
  });

  it("a message whose answer was lost is looked up, not sent again", async () => {
    room.slack.failNext(POST, { kind: "lost" });
    await say("U1", "one", "two");
    await room.pass(2_000);
    expect(room.told()).toEqual(["one", "two"]);
    expect(posts()).toBe(2);
    expect(room.logged.join()).not.toContain("cannot be sent");
  });

  it("a message that arrives only after its answer was given up is not sent again", async () => {
    // The connection breaks at once, and Slack takes the message a while later.
    const through = Promise.withResolvers<void>();
    room.slack.failNext(POST, { kind: "held", until: through.promise, cut: true });
    await say("U1", "one", "two");
    await room.pass(2_000);
    await room.pass(9_000);
    expect([room.told(), posts()]).toEqual([[], 1]);
    through.resolve();
    await until(() => room.told().length === 1);
    await room.pass(1_000);
    expect(room.told()).toEqual(["one", "two"]);
    expect(posts()).toBe(2);
  });

  it("a message that is neither there nor refused is sent again, in its place", async () => {
    room.slack.failNext(POST, { kind: "broken", status: 503 });
    await say("U1", "one", "two");
    await room.pass(2_000);
    expect(room.told()).toEqual(["one", "two"]);
  });

  it("while it cannot be looked up, nothing overtakes it and nothing is sent twice", async () => {
    room.slack.failNext(POST, { kind: "lost" });
    room.slack.failNext("conversations.history", { kind: "broken" });
    room.slack.failNext("conversations.history", { kind: "limited", retryAfter: 20 });
    await say("U1", "one", "two");
    for (const wait of [2_000, 10_000, 19_000]) await room.pass(wait);
    expect(room.told()).toEqual(["one"]);
    await room.pass(1_000);
    expect(room.told()).toEqual(["one", "two"]);
    expect(posts()).toBe(2);
  });

  it("the longer it cannot be looked up, the more seldom Slack is asked", async () => {
    room.slack.failNext(POST, { kind: "lost" });
    room.slack.failNext("conversations.history", { kind: "broken" }, 200);
    await say("U1", "one");
    const looks = () => room.slack.timesCalled("conversations.history");
    for (let second = 0; second < 600; second++) await room.pass(1_000);
    expect(looks()).toBeGreaterThan(10);
    expect(looks()).toBeLessThan(30);
  });

  describe("where Slack lets nobody look", () => {
    const press = (message: Message, action: string) => room.slack.person("U1").clicks(message, action);
    const pressed = (action: string) => press(room.last(), action);
    const lose = async () => {
      room.slack.failNext(POST, { kind: "broken" });
      room.slack.failNext("conversations.history", { kind: "refused", error: "missing_scope" });
      await say("U1", "one\n<!here>", "two");
      await room.pass(2_000);
    };

    it("the person is asked, and nothing waits for the answer", async () => {
      await lose();
      expect(room.told()).toEqual(["two", expect.stringContaining("> one\n> <!here>\nCan you see it")]);
      await pressed("asked:again");
      await room.quiet();
      expect(room.told()).toEqual(["two", "Thank you. I'm sending it again.", "one\n<!here>"]);
    });

    it("what was sent again and may be lost again is asked about again", async () => {
      await lose();
      const first = room.last();
      room.slack.failNext(POST, { kind: "broken" });
      room.slack.failNext("conversations.history", { kind: "refused", error: "missing_scope" });
      await pressed("asked:again");
      await room.quiet();
      await room.pass(20_000);
      await press(first, "asked:there");
      await room.quiet();
      expect(room.told().at(-1)).toBe("That is settled already, so nothing was sent.");
      const second = room.slack
        .dm("U1")
        .find(({ text, ts }) => text.includes("Can you see it") && ts !== first.ts);
      await press(second as Message, "asked:again");
      await room.quiet();
      expect(room.told().at(-1)).toBe("one\n<!here>");
    });

    it("what they can see is not sent again, and a second press changes nothing", async () => {
      await lose();
      const question = room.last();
      await pressed("asked:there");
      await press(question, "asked:again");
      await room.quiet();
      expect(room.told()).toEqual([
        "two",
        "Thank you. Then all is well, and it was not sent again.",
        "That is settled already, so nothing was sent.",
      ]);
    });

    it("the question itself is asked again rather than not at all, and nobody is asked about it", async () => {
      room.slack.failNext(POST, { kind: "broken" }, 2);
      room.slack.failNext("conversations.history", { kind: "refused", error: "missing_scope" }, 2);
      await say("U1", "one");
      for (const wait of [2_000, 2_000, 60_000]) await room.pass(wait);
      expect(room.told()).toEqual([expect.stringContaining("> one\nCan you see it")]);
      await pressed("asked:again");
      await room.quiet();
      expect(room.told()).toEqual(["Thank you. I'm sending it again.", "one"]);
    });
  });

  it("a message that Slack refuses is given up and blocks nothing", async () => {
    room.slack.failNext(POST, { kind: "refused", error: "invalid_blocks" });
    await say("U1", "one", "", "two");
    await room.pass(2_000);
    expect(room.told()).toEqual(["two"]);
    expect(room.logged.filter((line) => line.includes("cannot be sent"))).toHaveLength(2);
  });

  it("an error on Slack's side is no refusal", async () => {
    room.slack.failNext(POST, { kind: "refused", error: "internal_error" });
    await say("U1", "one");
    await room.pass(2_000);
    expect(room.told()).toEqual(["one"]);
  });

  it.each(["rate_limited", "team_added_to_org", "missing_scope"])(
    "%s passes, and nothing is lost",
    async (error) => {
      room.slack.failNext(POST, { kind: "refused", error }, 3);
      await say("U1", "one", "two");
      for (const wait of [2_000, 4_000, 8_000]) await room.pass(wait);
      expect(room.told()).toEqual(["one", "two"]);
    },
  );

  it("an outage of five hours loses nothing", async () => {
    room.slack.failNext(POST, { kind: "broken" }, 280);
    await say("U1", "one", "two");
    for (let minute = 0; minute < 300; minute++) await room.pass(65_000);
    expect(room.told()).toEqual(["one", "two"]);
  });

  it("a change whose answer was lost is made again, and its message stays one", async () => {
    room.slack.failNext("chat.update", { kind: "lost" });
    await room.begin();
    await room.slack.person("U1").writes("pause");
    await room.pass(2_000);
    await room.pass(ON_ITS_WAY);
    expect(room.slack.timesCalled("chat.update")).toBe(2);
    expect(JSON.stringify(room.slack.dm("U1")[0]?.blocks)).toContain("practice:resume");
    expect(room.slack.dm("U1").filter(({ blocks, bot }) => blocks && bot)).toHaveLength(1);
  });

  describe("a change that arrives only after its answer was given up", () => {
    const change = (id: string, text: string) =>
      room.store.together("T0001", (desk) => desk.send("T0001", "DU1", { text }, id));
    const remove = (id: string) =>
      room.store.together("T0001", (desk) => desk.remove("T0001", "DU1", id, { text: "Taken back." }));
    const cut = async (method: string, work: (id: string) => Promise<unknown>) => {
      const [id = ""] = await written("U1", "one");
      await room.quiet();
      const through = Promise.withResolvers<void>();
      room.slack.failNext(method, { kind: "held", until: through.promise, cut: true });
      await work(id);
      await room.quiet();
      const arrives = async () => {
        through.resolve();
        await until(() => room.told()[0] !== "one");
      };
      return { id, arrives };
    };

    it("never stands there instead of a newer one", async () => {
      const { id, arrives } = await cut("chat.update", (id) => change(id, "older"));
      for (const text of ["newer", "newest"]) await change(id, text);
      for (const wait of [2_000, 9_999]) await room.pass(wait);
      expect(room.told()).toEqual(["one"]);
      await arrives();
      expect(room.told()).toEqual(["older"]);
      await room.pass(1);
      expect(room.told()).toEqual(["newest"]);
      // Those before it were needless by then.
      expect(room.slack.timesCalled("chat.update")).toBe(2);
    });

    it("is made again when nothing newer has come, and what was written after it goes out in its place", async () => {
      await cut("chat.update", (id) => change(id, "changed"));
      await say("U1", "two");
      await room.pass(ON_ITS_WAY);
      expect(room.told()).toEqual(["changed", "two"]);
    });

    it("is followed by the next one, as a challenge goes on changing what stands there", async () => {
      const { id } = await cut("chat.update", (id) => change(id, "one has joined"));
      await room.pass(ON_ITS_WAY);
      await change(id, "two have joined");
      await room.quiet();
      expect(room.told()).toEqual(["two have joined"]);
    });

    it("holds up no other channel", async () => {
      await cut("chat.update", (id) => change(id, "changed"));
      await say("U2", "three");
      expect(room.told("U2")).toEqual(["three"]);
    });

    it("is made again soon where Slack did answer, as it cannot be on its way any more", async () => {
      const [id = ""] = await written("U1", "one");
      await room.quiet();
      room.slack.failNext("chat.update", { kind: "broken", status: 503 });
      await change(id, "changed");
      await room.quiet();
      await room.pass(2_000);
      expect(room.told()).toEqual(["changed"]);
    });

    it("that removes a message does so once, and nobody is told otherwise", async () => {
      room.refusals.push("message_not_found");
      const { arrives } = await cut("chat.delete", remove);
      await arrives();
      await say("U1", "two");
      await room.pass(ON_ITS_WAY);
      expect(room.told()).toEqual(["two"]);
      expect(room.logged.join()).not.toContain("cannot be sent");
    });
  });

  it("a shutdown lets what is under way arrive and be noted", async () => {
    let answer = () => {};
    room.slack.failNext(POST, { kind: "held", until: new Promise<void>((resolve) => (answer = resolve)) });
    await room.slack.person("U1").command("/practice", "cold-soup");
    await until(() => posts() === 1);
    const stopped = room.tightrope.stop();
    answer();
    await stopped;
    expect(room.customerSaid()).toEqual([OPENING]);
    expect(await room.store.placesToServe()).toEqual([]);
    await room.tightrope.start();
  });
});
