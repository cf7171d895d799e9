import { describe, expect, it } from "vitest";
import { controlWordOf } from "../../src/session/control-word.ts";
import { takeHint } from "../../src/session/hint.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");

describe("a hint", () => {
  it("is the trainer's for this mood, each further one more direct, then an example", () => {
    let session = begin(dana, 7, "Sam");
    const hints: string[] = [];
    for (let taken = 0; taken < 5; taken++) {
      const next = takeHint(session);
      session = next.session;
      hints.push(next.hint);
    }
    const written = dana.moods[dana.start]?.hints ?? [];
    expect(hints.slice(0, written.length)).toEqual(written);
    expect(hints[written.length]).toContain("For example");
    expect(hints.at(-1)).toBe(`That was the last one for this moment: ${hints[written.length]}`);
    expect(session.hints).toBe(written.length + 1);
  });

  it("begins anew after the next message", () => {
    const first = takeHint(begin(dana, 7, "Sam"));
    const later = takeHint(takeTurn(takeHint(first.session).session, "sorry for the inconvenience"));
    expect(later.hint).toBe(first.hint);
  });
});

describe("a control word", () => {
  it.each([
    ["hint", "hint"],
    [" Stop! ", "stop"],
    ["SOFTER", "softer"],
    ["pause.", "pause"],
    ["please stop", "stop"],
    ["stop it", "stop"],
    ["stop practice", "stop"],
    ["I want to stop", "stop"],
    ["exit", "stop"],
    ["can we pause?", "pause"],
    ["can you pause the practice?", "pause"],
    ["could you stop this session please", "stop"],
    ["could you make it softer?", "softer"],
    ["I need a break", "pause"],
    ["can I have a hint?", "hint"],
    ["help", "help"],
    ["Help me!", "help"],
    ["hints", "hints"],
    ["No hints.", "no hints"],
    ["without hints", "no hints"],
    ["softer please", "softer"],
    ["go on", "resume"],
    ["this is too much for me, I don't want to do this any more", "pause"],
    ["I can’t do this", "pause"],
  ])("%j means %s", (text, word) => {
    expect(controlWordOf(text)).toBe(word);
  });

  it.each([
    "stop the order",
    "I'll pause it for you",
    "",
    "hint hint",
    "I have no hints for you, only a refund.",
    "Can I help you?",
    "Let me help you with that.",
    "Would you like to continue with the order?",
    "I can't do this refund without the number",
    "constructor",
    "__proto__",
    "That must be too much for anyone.",
    "I need you to stop.",
    "I'd like you to stop.",
    "I want you to stop this.",
    "Could you stop, please?",
  ])("%j is said to the customer", (text) => {
    expect(controlWordOf(text)).toBeUndefined();
  });
});
