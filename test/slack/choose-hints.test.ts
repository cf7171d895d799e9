import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
});
afterEach(() => room.close());

const write = (text: string) => room.slack.person("U1").writes(text).then(room.quiet);
const control = () => room.slack.dm("U1").findLast(({ text }) => text.startsWith("Practice:")) as Message;
const start = async () => {
  await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
};
const practiseClearly = async (hints = 0) => {
  await start();
  for (let n = 0; n < hints; n++) await write("hint");
  await room.slack
    .person("U1")
    .writes(
      "Your soup came cold and there is no spoon, and you have a meeting at one. That is a miserable lunch.",
    );
  await room.pass(2_000);
  await write("stop");
  await room.pass(10_000);
};

describe("practising without hints", () => {
  it("is offered after three clear practices with one hint at most", async () => {
    for (const hints of [0, 1, 0]) {
      await start();
      expect(control().text).not.toContain("no hints");
      await write("stop");
      await room.pass(10_000);
      await practiseClearly(hints);
    }
    await start();
    expect(control().text).toContain("type no hints to do this one without");
  });

  it("is not offered while hints still help", async () => {
    for (const hints of [2, 0, 0]) await practiseClearly(hints);
    await start();
    expect(control().text).not.toContain("no hints");
  });

  it("gives none, has no button for one, and takes one word back", async () => {
    await start();
    await write("No hints.");
    expect(room.last().text).toContain("goes on without hints");
    expect(JSON.stringify(control().blocks)).not.toContain("practice:hint");
    await write("hint");
    expect(room.last().text).toContain("This practice is without hints");
    await room.slack.person("U1").command("/practice", "hint").then(room.quiet);
    expect(room.last().text).toContain("This practice is without hints");
    expect((await room.practice())?.session.hints).toBe(0);
    await write("hints");
    expect(JSON.stringify(control().blocks)).toContain("practice:hint");
    await write("hint");
    expect(room.last().text).toContain("Hint: What does Robin need to hear first?");
  });

  it("help lists the words instead, and is no hint", async () => {
    await start();
    await write("help");
    for (const word of ["“hint”", "“no hints”", "“softer”"]) expect(room.last().text).toContain(word);
    await write("no hints");
    await write("help");
    expect(room.last().text).toContain("“hints” to have hints back");
    expect((await room.practice())?.session).toMatchObject({ hints: 0, turns: [] });
  });

  it("holds for this practice only", async () => {
    await start();
    await write("without hints");
    await write("stop");
    await room.pass(10_000);
    await start();
    await write("hint");
    expect(room.last().text).toContain("Hint: ");
  });
});
