import { expect, test } from "vitest";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";

const SAID = "Nobody has rung me back and the heating is still off";

test.each([
  [2, 0, "You're right, we should have called."],
  [2, 0, "That's our mistake."],
  [2, 1, "I can send someone tomorrow at eight or on Friday afternoon, which suits you?"],
  [2, 1, "I've booked an engineer for nine tomorrow."],
  [2, 1, "What I can do is refund the visit today."],
  [1, 0, "We'll look into it."],
  [1, 0, "Please bear with me."],
  [1, 0, "Thank you for your patience."],
  [1, 0, "I'll do my best to help."],
  [0, 1, "Hold the reset button for ten seconds."],
  [0, 0, "Hello, this is Kim."],
])("moving on at level %i, solving %i: %j", (level, solved, reply) => {
  const reading = read(reply, SAID, NO_CONTEXT);
  expect(reading.deescalation.level).toBe(level);
  expect(reading.solution.present).toBe(solved === 1);
});

test.each([
  [0, 0, "Two promises of tomorrow and still no bike. No wonder you've had enough."],
  [0, 0, "You were told tomorrow twice, and both times no bike."],
  [2, 1, "I'll get the bike to you tomorrow, promised or not."],
])("what only says back what happened is no step: %i, %i: %j", (level, solved, reply) => {
  const reading = read(reply, "You promised the bike for tomorrow. You promised it TWICE.", NO_CONTEXT);
  expect(reading.deescalation.level).toBe(level);
  expect(reading.solution.present).toBe(solved === 1);
});

test.each([
  ["apology", "I'm sorry we left you without heating."],
  ["limit", "I can't send anyone tonight, what I can do is tomorrow at eight."],
  ["timeframe", "You'll hear from me by five."],
  ["handover", "I'm bringing in my manager Ana, who has your whole file, so you won't have to repeat it."],
])("%s is seen in %j", (move, reply) => {
  expect(read(reply, SAID, NO_CONTEXT).moves.map((one) => one.tag)).toContain(move);
});

// A known misreading: the promise of a call is a step and no fix yet.
test.fails("a call at a time is not read as a solution", () => {
  expect(read("I'll ring you myself at six tonight.", SAID, NO_CONTEXT).solution.present).toBe(false);
});
