import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { FED, GONE, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
  await room.begin();
});
afterEach(() => room.close());

const buttonsIn = (message: Message) => JSON.stringify(message.blocks ?? []);

describe("when a practice ends", () => {
  it("the debrief comes after the customer's last line", async () => {
    await room.slack.person("U1").writes(GONE);
    await room.pass(2_000);
    const [control, opening, line, farewell, debrief] = room.told();
    expect(control).toBe("Practice finished: Cold soup &amp; no &lt;spoon&gt;.");
    expect(opening).toContain("My soup is cold");
    expect([line, farewell]).toEqual(["Right. I'll eat somewhere else.", "Goodbye."]);
    expect(debrief).toContain("Your debrief: Cold soup &amp; no &lt;spoon&gt;");
    expect(debrief).toContain("“Calm down” (message 1)");
    expect(room.told().filter((text) => text.startsWith("Your debrief"))).toHaveLength(1);
  });

  it("a good end is told as one", async () => {
    await room.slack.person("U1").writes(FED);
    await room.pass(2_000);
    expect(room.told().join("\n")).toContain("Robin got a hot lunch.");
  });

  it("no button of the practice is left to press", async () => {
    await room.slack.person("U1").writes(GONE);
    await room.pass(2_000);
    for (const message of room.slack.dm("U1"))
      expect(buttonsIn(message)).not.toMatch(/practice:(hint|pause|resume|softer|stop)/);
  });

  it("the same customer can be practised again from the debrief, or another chosen", async () => {
    await room.slack.person("U1").writes(GONE);
    await room.pass(10_000);
    const debrief = room.slack.dm("U1").find(({ text }) => text.startsWith("Your debrief")) as Message;
    await room.slack.person("U1").clicks(debrief, "practice:choose").then(room.quiet);
    expect(room.last().text).toContain("Choose a customer");
    await room.slack.person("U1").clicks(debrief, "start:cold-soup").then(room.quiet);
    expect((await room.practice())?.session.state).toBe("playing");
  });

  it("stopped before the first message, it has nothing to go through", async () => {
    await room.slack.person("U1").writes("stop").then(room.quiet);
    expect(room.last().text).toContain("there is nothing to go through yet");
    expect(room.told().join("\n")).not.toContain("Swap seats");
  });

  it("nothing that falls due later disturbs it", async () => {
    await room.slack.person("U1").writes("Hello");
    await room.slack.person("U1").writes("stop").then(room.quiet);
    const before = room.told().length;
    await room.pass(3_600_000);
    expect(room.told()).toHaveLength(before);
  });
});
