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
    expect(hints.at(-1)).toBe(hints[written.length]);
    expect(session.hints).toBe(5);
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
  ])("%j means %s", (text, word) => {
    expect(controlWordOf(text)).toBe(word);
  });

  it.each(["stop the order", "I'll pause it for you", "", "hint hint"])(
    "%j is said to the customer",
    (text) => {
      expect(controlWordOf(text)).toBeUndefined();
    },
  );
});
