import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
});
afterEach(() => room.close());

const ada = () => room.slack.person("U1");
const turns = async () => (await room.practice())?.session.turns.length;

describe("second thoughts after the customer has read it", () => {
  it("an edit is answered kindly and changes nothing", async () => {
    await room.begin();
    const { ts } = await ada().writes("Hm");
    await room.pass(2_000);
    await ada().edits(ts, "I am sorry");
    await room.quiet();
    expect(room.last().text).toContain("Robin Ashdown has already read the first wording");
    expect(await turns()).toBe(1);
  });

  it("a deletion is answered kindly and changes nothing", async () => {
    await room.begin();
    const { ts } = await ada().writes("Hm");
    await room.pass(2_000);
    await ada().deletes(ts);
    await room.quiet();
    expect(room.last().text).toContain("Robin Ashdown has already read that");
    expect(await turns()).toBe(1);
  });

  it("tidying up messages from before the practice is nobody's business", async () => {
    const { ts } = await ada().writes("hello");
    await room.pass(1_000);
    await room.begin();
    const before = room.told().length;
    await ada().edits(ts, "Hello!");
    await ada().deletes(ts);
    await room.quiet();
    expect(room.told()).toHaveLength(before);
  });
});

describe("things that are not words", () => {
  const picture = { files: [{ name: "soup.png", content: "…" }] } as never;

  it("a picture without words is not heard, and the trainee is told", async () => {
    await room.begin();
    await ada().writes("", picture);
    await room.pass(2_000);
    expect(room.last().text).toContain("Put it into words instead");
    expect(await turns()).toBe(0);
  });

  it("of a picture with words, the words are heard", async () => {
    await room.begin();
    await ada().writes("Is it this one?", picture);
    await room.quiet();
    expect(room.last().text).toContain("your words were passed on");
    await room.pass(2_000);
    expect(await turns()).toBe(1);
  });

  it("a line written with /me is heard", async () => {
    await room.begin();
    await ada().writes("is looking for the soup", { subtype: "me_message" });
    await room.pass(2_000);
    expect(await turns()).toBe(1);
  });
});

describe("threads", () => {
  it("a reply in a thread is answered there, and the customer does not hear it", async () => {
    await room.begin();
    const { ts } = room.last();
    await ada().writes("Sorry!", { thread_ts: ts });
    await room.pass(2_000);
    expect(room.last()).toMatchObject({ thread_ts: ts });
    expect(room.last().text).toContain("doesn't read threads");
    expect(await turns()).toBe(0);
  });

  it("editing and deleting a reply in a thread changes nothing", async () => {
    await room.begin();
    const { ts } = await ada().writes("Sorry!", { thread_ts: room.last().ts });
    await room.quiet();
    const before = room.told().length;
    await ada().edits(ts, "Very sorry!");
    await ada().deletes(ts);
    await room.quiet();
    expect(room.told()).toHaveLength(before);
  });

  it("a reply that is also sent to the conversation is heard", async () => {
    await room.begin();
    await ada().writes("Hello, Robin", {
      thread_ts: room.last().ts,
      subtype: "thread_broadcast",
    });
    await room.pass(2_000);
    expect(await turns()).toBe(1);
  });
});

describe("outside a practice", () => {
  it("a message after the end is answered kindly", async () => {
    await room.begin();
    await ada().writes("stop").then(room.quiet);
    await ada().writes("One more thing").then(room.quiet);
    expect(room.last().text).toContain("nobody is reading along");
  });

  it("an edit after the end is left alone", async () => {
    await room.begin();
    const { ts } = await ada().writes("Hm");
    await room.pass(2_000);
    await ada().writes("stop").then(room.quiet);
    const before = room.told().length;
    await ada().edits(ts, "Hmm");
    await room.quiet();
    expect(room.told()).toHaveLength(before);
  });

  it.each(["help", "Hello!"])("“%s” is answered with what the app can do", async (word) => {
    await ada().writes(word).then(room.quiet);
    expect(room.last().text).toContain("I play difficult customers");
  });

  it("help after the command, and a mention in a channel, are answered for the asker only", async () => {
    await ada().command("/practice", "help", "C1");
    await ada().mentions("C1", "what are you?");
    await room.quiet();
    const answers = room.slack.channel("C1", "U1").filter(({ bot }) => bot);
    expect(answers).toHaveLength(2);
    for (const answer of answers) {
      expect(answer.text).toContain("I play difficult customers");
      expect(answer.for).toBe("U1");
    }
  });

  it("looking at the messages tab publishes nothing", async () => {
    await ada().opensHome("messages").then(room.quiet);
    expect(room.slack.home("U1")).toBeUndefined();
  });
});
