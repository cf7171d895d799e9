import { describe, expect, test } from "vitest";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";

const SAID = "You promised the swing for Friday. It never came and the children have a party on Saturday.";
const reading = (reply: string) => read(reply, SAID, NO_CONTEXT);

test("saying back broken promises is no quarrel", () => {
  const got = reading("You were promised Friday twice and nobody turned up.");
  expect(got.validation.level).toBe(2);
  expect(got.escalating.map((one) => one.tag)).not.toContain("argue");
});

test.each([
  "Where should we bring it?",
  "What are you most hoping the guests will get to do?",
  "Can you tell me which of the two orders says delivered?",
  "And which door should it go to?",
])("a short question about this very matter is a question, and not canned: %j", (reply) => {
  const got = reading(reply);
  expect(got.question.level).toBeGreaterThan(0);
  expect(got.faults).toEqual([]);
  expect(got.solution.present).toBe(false);
});

test("staying with somebody is no command to calm down", () => {
  const got = reading("Take a second to breathe. I'm with you and I'm not leaving until we have it sorted.");
  expect(got.deescalation.level).toBe(2);
  expect(got.escalating.filter((one) => one.certainty === "sure")).toEqual([]);
});

test("a warm hand-over is a concrete step", () => {
  const got = reading(
    "I'm handing you to my lead Sara and I've told her all of it so you needn't start again.",
  );
  expect(got.deescalation.level).toBe(2);
  expect(got.escalating).toEqual([]);
});

describe("a time is one only where something is done by it", () => {
  const moves = (reply: string) => reading(reply).moves.map((one) => one.tag);
  test("a promise", () => expect(moves("I'll ring you by four tomorrow.")).toContain("timeframe"));
  test("the customer's own day", () =>
    expect(moves("A party on Saturday, that's soon.")).not.toContain("timeframe"));
});

test.each(["", "   ", "😡😡", "Где мой заказ?", "\u0000\u0007", "¿?", "訂單在哪裡"])(
  "%j: it says that it can't tell",
  (reply) => {
    const got = reading(reply);
    for (const skill of [got.validation, got.question, got.deescalation])
      expect(skill.certainty).toBe("unsure");
    expect(got.escalating).toEqual([]);
  },
);
