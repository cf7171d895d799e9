import { describe, expect, it } from "vitest";
import { askedIn } from "../../src/challenge/asked.ts";
import { hearBack } from "../../src/challenge/hear-back.ts";
import { answersTo, howMany, tellHeard, tellQuestions } from "../../src/challenge/tell-heard.ts";
import { tellOwnAnswer } from "../../src/challenge/tell-own-answer.ts";
import { BEV, GOOD_ANSWER } from "./told-story.ts";

const answer = (heard: string, question = "What would you like to happen now?") => ({
  heard: hearBack(BEV, heard),
  asked: askedIn(BEV, question),
});
const told = (...texts: string[]) =>
  tellHeard(
    BEV,
    texts.map((text) => answer(text)),
  ).join("\n\n");
const NOTHING = "That sounds hard.";

describe("what a channel learns of a listening game", () => {
  it("is how many heard what, as numbers from five answers on", () => {
    expect(told(...Array(3).fill(GOOD_ANSWER), ...Array(3).fill(NOTHING))).toContain("Heard by 3 of 6.");
    expect(told(...Array(3).fill(GOOD_ANSWER), ...Array(3).fill(NOTHING))).toContain("6 of you wrote");
  });

  it("is nothing at all below five answers", () => {
    for (let answers = 1; answers < 5; answers++)
      for (const rest of [GOOD_ANSWER, NOTHING])
        expect(told(GOOD_ANSWER, ...Array(answers - 1).fill(rest))).not.toMatch(/Heard by|\d of/);
  });

  it("never shows that a single one, or all but one, heard or did not hear something", () => {
    for (let answers = 0; answers < 40; answers++) {
      expect(howMany(1, answers)).toBe(howMany(0, answers));
      if (answers > 0 && answers !== 2) expect(howMany(answers - 1, answers)).toBe(howMany(answers, answers));
    }
  });

  it("is the same for one answer as for the other, whoever of two wrote what", () => {
    expect(told(GOOD_ANSWER)).toBe(told(NOTHING));
    expect(told(GOOD_ANSWER, NOTHING)).toBe(told(NOTHING, NOTHING));
  });

  it("is the story alone where nobody answered", () => {
    expect(told()).toContain("Nobody wrote what they heard this time.");
    expect(told()).toContain("Moon River");
  });

  it("is which questions were asked, in words", () => {
    expect(tellQuestions(["open", "open", "open", "told", "none", "closed"])).toBe(
      "Of the questions, most would have opened something, and few or none asked for what had been told already.",
    );
    expect(tellQuestions(["open", "told"])).toBeUndefined();
  });

  it("is answered by the persona where two asked for what the story leaves out", () => {
    const since = askedIn(BEV, "Have you spoken to him since?");
    expect(answersTo(BEV, [since])).toEqual([]);
    expect(answersTo(BEV, [since, since])).toHaveLength(1);
  });
});

describe("what somebody learns of their own answer", () => {
  it("is what it said back, in their own words, and never a count", () => {
    const own = tellOwnAnswer(BEV, answer(GOOD_ANSWER)).join("\n");
    expect(own).toContain("“He hummed to help, and you hid among the napkins.”");
    expect(own).toContain("Ashamed in front of people");
    expect(own).not.toMatch(/\d+ of \d+/);
  });

  it("is little where much was missed, and speaks of words", () => {
    const own = tellOwnAnswer(BEV, answer(NOTHING, "Did you like the cake?")).join("\n");
    expect(own).toContain("I didn't spot a part of the story in your answer for sure.");
    expect(own.match(/• /g)).toHaveLength(2);
    expect(own).toContain("can be answered in a word");
  });
});
