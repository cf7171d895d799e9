import { expect, test } from "vitest";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";

const LEAK =
  "Your plumber left at noon and now there's water coming through my daughter's ceiling. Third visit!";
const LOGIN =
  "Someone in another country logged into my account at 3am. I feel sick, my photos are in there.";

test.each([
  [2, LEAK, "Three visits, and water through your daughter's ceiling. No wonder you're furious."],
  [2, LEAK, "Anyone would be angry with water in a child's room after a third visit."],
  [2, LOGIN, "A stranger in your photos at three in the morning, that's frightening."],
  [2, LOGIN, "Of course you feel sick: those photos are yours and someone walked in on them."],
  [1, LEAK, "I'm so sorry for the inconvenience."],
  [1, LEAK, "I completely understand your frustration."],
  [1, LOGIN, "Ugh, that's awful."],
  [1, LOGIN, "sorry bout that"],
  [0, LEAK, "I'm sorry you feel that way."],
  [0, LEAK, "Sorry if you were offended."],
  [0, LEAK, "I understand, but our terms exclude water damage."],
  [0, LEAK, "Hello and thank you for writing to us."],
  [0, LOGIN, "Please change your password under Settings."],
])("understanding at level %i, after %j: %j", (level, said, reply) => {
  expect(read(reply, said, NO_CONTEXT).validation.level).toBe(level);
});

test("a but takes one level off", () => {
  const reply = "Water through your daughter's ceiling must be awful, but the policy is clear.";
  expect(read(reply, LEAK, NO_CONTEXT).validation.level).toBe(1);
});

test("a but is named", () => {
  const reply = "Water through your daughter's ceiling must be awful, but the policy is clear.";
  const { escalating } = read(reply, LEAK, NO_CONTEXT);
  expect(escalating.map((one) => one.tag)).toContain("validate_then_but");
});

test("a but that turns to help takes nothing back", () => {
  const { escalating } = read("I'm sorry about the ceiling, but I can send someone today.", LEAK, NO_CONTEXT);
  expect(escalating.filter((one) => one.certainty !== "unsure")).toEqual([]);
});
