import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { OPENING, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
  await room.begin();
});
afterEach(() => room.close());

const control = () => room.slack.dm("U1").find(({ blocks, bot }) => bot && blocks) as Message;
const state = async () => (await room.practice())?.session.state;

/** The same wish, typed or pressed. */
const WAYS = {
  "as a word": (word: string) => room.slack.person("U1").writes(word),
  "as a button": (word: string) => room.slack.person("U1").clicks(control(), `practice:${word}`),
};

describe.each(Object.entries(WAYS))("steering a practice %s", (_way, wish) => {
  const does = async (word: string) => {
    await wish(word);
    await room.quiet();
  };

  it("a hint nudges, and another goes a step further", async () => {
    await does("hint");
    expect(room.last().text).toBe("Hint: What does Robin need to hear first?");
    await does("hint");
    expect(room.last().text).toBe("Hint: Say back that the soup came cold.");
    expect(room.last().username).toBeUndefined();
  });

  it("pause stops the clock, and resume takes one back to where one was", async () => {
    await does("pause");
    expect(await state()).toBe("paused");
    expect(JSON.stringify(control().blocks)).toContain("practice:resume");
    await does("resume");
    expect(await state()).toBe("playing");
    expect(room.last().text).toBe(`Go on. Robin Ashdown's last words were: “${OPENING}”`);
    expect(JSON.stringify(control().blocks)).toContain("practice:pause");
  });

  it("softer makes the customer milder, and is not offered again", async () => {
    await does("softer");
    expect(room.last().text).toContain("will be milder");
    expect((await room.practice())?.session.play.standing.talk.softer).toBe(true);
    expect(JSON.stringify(control().blocks)).not.toContain("practice:softer");
  });

  it("stop ends it with a debrief and leaves nothing to press", async () => {
    await room.slack.person("U1").writes("I see your soup came cold.");
    await room.pass(2_000);
    await does("stop");
    expect(control().text).toBe("Practice stopped: Cold soup &amp; no &lt;spoon&gt;.");
    expect(JSON.stringify(control().blocks)).not.toContain("button");
    expect(room.told().find((text) => text.startsWith("Your debrief"))).toContain(
      "I see your soup came cold.",
    );
    expect(await room.practice()).toBeUndefined();
  });

  it("what was written just before is heard first", async () => {
    await room.slack.person("U1").writes("I see your soup came cold.");
    await does("pause");
    const practice = await room.practice();
    expect(practice?.session.turns.map(({ reply }) => reply)).toEqual(["I see your soup came cold."]);
    expect(room.told().at(-1)).toContain("Paused");
  });
});

describe("asking for help within a practice", () => {
  it.each(["playing", "paused"])(
    "shows what one can type, counts as no hint, and reaches no customer (%s)",
    async (where) => {
      if (where === "paused") await room.slack.person("U1").writes("pause").then(room.quiet);
      await room.slack.person("U1").writes("Help!");
      await room.pass(2_000);
      expect(room.last().text).toContain("“hint” for a nudge");
      expect(room.last().text).toContain("Everything else is said to Robin Ashdown.");
      expect((await room.practice())?.session).toMatchObject({ hints: 0, turns: [], state: where });
    },
  );
});

describe("steering where there is nothing to steer", () => {
  it("pausing twice and resuming twice each get a kind answer", async () => {
    for (const word of ["pause", "pause", "resume", "resume", "softer", "softer"])
      await room.slack.person("U1").writes(word).then(room.quiet);
    const told = room.told().join("\n");
    for (const answer of ["It is paused already", "Nothing is paused", "already as soft"])
      expect(told).toContain(answer);
  });

  it("a hint in a pause waits for the practice to go on", async () => {
    await room.slack.person("U1").writes("pause").then(room.quiet);
    await room.slack.person("U1").writes("hint").then(room.quiet);
    expect(room.last().text).toContain("Type resume first");
    expect((await room.practice())?.session.hints).toBe(0);
  });

  it("words in a pause are not passed on, and the trainee is told", async () => {
    await room.slack.person("U1").writes("pause").then(room.quiet);
    await room.slack.person("U1").writes("Are you there?").then(room.quiet);
    expect(room.last().text).toContain("hasn't seen that");
  });

  it("a button of a practice that is over says so", async () => {
    const stale = control();
    await room.slack.person("U1").writes("stop").then(room.quiet);
    await room.slack.person("U1").clicks(stale, "practice:hint").then(room.quiet);
    expect(room.last().text).toContain("That practice has ended");
  });

  it("without a practice, a control word gets a kind answer", async () => {
    await room.slack.person("U2").writes("stop").then(room.quiet);
    await room.slack.person("U2").command("/practice", "stop").then(room.quiet);
    expect(room.told("U2")).toEqual([
      "No practice is running, so there is nothing to do. Type practice to start one.",
      "No practice is running, so there is nothing to do. Type practice to start one.",
    ]);
  });
});
