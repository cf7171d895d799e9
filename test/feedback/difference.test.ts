import { describe, expect, it, test } from "vitest";
import { type Reached, tellDifference } from "../../src/feedback/difference.ts";
import { thenAndNow } from "../../src/feedback/then-and-now.ts";
import { readingOf, type Sign } from "../../src/flow/signs.ts";
import { stepsToEnd } from "../../src/flow/ways-to-end.ts";
import { begin, happen } from "../../src/session/session.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const HERE: Reached = { mood: "asking", ending: undefined, well: 50, toGood: 2, toBad: 2 };
const told = (now: Partial<Reached>, then: Partial<Reached> = {}) =>
  tellDifference({ ...HERE, ...then }, { ...HERE, ...now });

const ahead = { mood: "telling", toGood: 1 };
const behind = { mood: "cold", toGood: 3, toBad: 1 };

describe("two answers to the same line", () => {
  test.each([
    ["the same mood, as well", {}, "For the customer the two came to much the same."],
    ["hardly better", { well: 52 }, "For the customer the two came to much the same."],
    ["better", { well: 60 }, "This time the customer was better off."],
    ["worse", { well: 40 }, "The first one left the customer better off."],
    [
      "another mood, as near to every end",
      { mood: "needling" },
      "The customer was about as well off either way, and took the two differently.",
    ],
    [
      "as well, and nearer",
      ahead,
      "The customer felt much the same, but this time stood closer to a good end.",
    ],
    [
      "as well, and further",
      behind,
      "The customer felt much the same, but had stood closer to a good end the first time.",
    ],
    [
      "as well, and safer",
      { mood: "open", toBad: 3 },
      "The customer felt much the same, but this time stood further from a bad end.",
    ],
    [
      "better, and nearer",
      { ...ahead, well: 60 },
      "This time the customer was better off, and closer to a good end.",
    ],
    [
      "better, and further",
      { ...behind, well: 60 },
      "This time felt better to the customer, who had stood closer to a good end the first time.",
    ],
    [
      "worse, and nearer",
      { ...ahead, well: 40 },
      "The first one felt better to the customer, who this time stood closer to a good end.",
    ],
    [
      "worse, and further",
      { ...behind, well: 40 },
      "The first one left the customer better off, and closer to a good end.",
    ],
    [
      "better, nearer to a good end and to a bad one",
      { mood: "edge", toGood: 1, toBad: 1, well: 60 },
      "This time the customer was better off.",
    ],
  ] as [string, Partial<Reached>, string][])("%s", (_, now, words) => {
    expect(told(now)).toBe(words);
  });

  const ends = ["good", "mixed", "bad", undefined] as const;
  const pairs = ends.flatMap((then) => ends.map((now) => [then, now] as const)).slice(0, -1);

  test.each(pairs)("an end that was %s and is %s", (then, now) => {
    // However the meters moved, the end speaks.
    const words = told({ ending: now, well: 10 }, { ending: then, well: 90 });
    expect(words).toBe(told({ ending: now, well: 90 }, { ending: then, well: 10 }));
    expect(words).not.toBe("");
    if (then === now) expect(words).toContain("same end");
    if (!then || !now) expect(words).toMatch(/went on|gone on|good end\.$/);
    if (then && now && then !== now)
      expect(words).toMatch(
        ends.indexOf(now) < ends.indexOf(then) ? /^This time.*better/ : /^The first.*better/,
      );
  });
});

describe("a message taken again", () => {
  const rosalba = projectFlow("second-breakdown");
  const talk = (...turns: Sign[][]) =>
    turns.reduce(
      (session, signs) => {
        return happen(session, { type: "reply", text: signs.join(" "), reading: readingOf(signs) });
      },
      begin(rosalba, 7, "Sam"),
    );

  it("is told by where it left the customer, not only by how far it moved them", () => {
    const compared = thenAndNow(talk(["dismiss"]), talk(["specific-validation"]), 1);
    expect(compared?.difference).toBe("This time the customer was better off, and closer to a good end.");
    const same = thenAndNow(talk(["dismiss"]), talk(["argue"]), 1);
    expect(same?.difference).toBe("For the customer the two came to much the same.");
  });

  it("knows which moods are far from a good end", () => {
    const steps = (mood: string) => [stepsToEnd(rosalba, mood, "good"), stepsToEnd(rosalba, mood, "bad")];
    expect(steps("agreeing")).toEqual([1, 2]);
    expect(steps("cold")).toEqual([3, 1]);
    expect(stepsToEnd(projectFlow("my-own-fault"), "back-again", "bad")).toBe(Number.POSITIVE_INFINITY);
  });
});
