import { describe, expect, test } from "vitest";
import { after, flowFrom, type Step, says } from "./play-with.ts";

const rich = flowFrom("rich.yml");
const meters = (talk: ReturnType<typeof after>) => talk.standing.talk.meters;

describe("meters", () => {
  test("move by every sign a message shows", () => {
    expect(meters(after(rich, [["specific-validation"]]))).toEqual({ trust: 80, anger: 40, calm: 50 });
  });
  test("move by the rule's own feelings as well", () => {
    expect(meters(after(rich, [["limit"]]))).toEqual({ trust: 43, anger: 65, calm: 50 });
  });
  test("stay within 0 and 100", () => {
    expect(meters(after(rich, [["specific-validation"], ["specific-validation"]])).trust).toBe(100);
    expect(meters(after(rich, [["dismiss"], ["dismiss"]]))).toEqual({ trust: 8, anger: 100, calm: 50 });
  });
});

describe("a softened talk", () => {
  test("feels half of what makes it worse, and all of what makes it better", () => {
    expect(meters(after(rich, ["soften", ["dismiss"]]))).toEqual({ trust: 40, anger: 65, calm: 50 });
    expect(meters(after(rich, ["soften", ["specific-validation"]]))).toEqual({
      trust: 80,
      anger: 40,
      calm: 50,
    });
    expect(meters(after(rich, ["soften", "idle"])).anger).toBe(55);
  });
  test("takes the milder words where there are some", () => {
    expect(says(after(rich, [["limit"]]))[0]).toMatch(/^Harsh/);
    expect(says(after(rich, ["soften", ["limit"]]))[0]).toMatch(/^Mild/);
    expect(says(after(rich, ["soften", []]))[0]).toMatch(/^Cross/);
  });
  test("goes on from where it was, and the customer says nothing about it", () => {
    const before = after(rich, [["limit"]]);
    const softened = after(rich, ["soften"], 1, before);
    expect({ ...softened.standing.talk, softer: false }).toEqual(before.standing.talk);
    expect(softened.standing.mood).toBe("cross");
  });
});

describe("a silence", () => {
  test("makes the customer ask, and moves meters, but is no message", () => {
    const talk = after(rich, ["idle"]);
    expect(["Hello?", "Anyone there?"]).toContain(says(talk)[0]);
    expect(meters(talk).anger).toBe(60);
    expect(talk.standing.talk.turns).toBe(0);
    expect(talk.standing.talk.last.signs).toEqual([]);
  });
  test("does not break a row of messages", () => {
    expect(says(after(rich, [[], "idle", []]))).toEqual(["Say something."]);
  });
});

describe("limits", () => {
  test("end the talk with the ending's words, whatever rule has answered", () => {
    const talk = after(rich, [["dismiss"], ["dismiss"]]);
    expect(talk.standing).toMatchObject({ mood: "left", ending: "left" });
    expect(talk.standing.talk.last.because).toBe("Kim had had enough.");
    expect(["Goodbye.", "Bye."]).toContain(says(talk)[0]);
    expect(says(talk)).toHaveLength(1);
  });
  test("let a rule that ends the talk well have the last word", () => {
    const talk = after(rich, [
      ["validation", "solution"],
      [],
      ["timeframe"],
      [],
      ["timeframe"],
      [],
      ["timeframe"],
      ["solution"],
    ]);
    expect(talk.standing).toMatchObject({ ending: "solved", talk: { turns: 8 } });
  });
  test("end no talk before its first message, however long the customer waits for it", () => {
    const waiting = after(rich, Array(6).fill("idle"));
    expect(meters(waiting).anger).toBe(100);
    expect(waiting.standing.ending).toBeUndefined();
    expect(after(rich, [["timeframe"]], 1, waiting).standing.ending).toBe("left");
  });
  test("end the talk at the last message that is allowed", () => {
    const steps = Array.from({ length: 8 }, () => ["timeframe" as const]);
    expect(after(rich, steps.slice(1)).standing.ending).toBeUndefined();
    expect(after(rich, steps).standing.ending).toBe("left");
  });
  test("after the end nothing changes any more", () => {
    const ended = after(rich, [["sarcasm"]]);
    for (const step of ["idle", "soften", ["validation"]] as const)
      expect(after(rich, [step as Step], 1, ended).standing).toEqual(ended.standing);
  });
});
