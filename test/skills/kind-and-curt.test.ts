import { describe, expect, test } from "vitest";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";

const SAID =
  "My cargo bike came back from your workshop with the brakes worse than before. My two kids ride in it.";
const reading = (reply: string) => read(reply, SAID, NO_CONTEXT);
const tagsOf = (reply: string) => reading(reply).escalating.map((one) => one.tag);

describe("a short kind line is no slight", () => {
  test.each([
    "No rush at all.",
    "Take your time, I'm here.",
    "In your own time.",
    "You're safe here with me on this.",
    "You're in good hands here.",
    "You're not by yourself with this.",
    "We're in this together.",
    "It's never too late to bring it in.",
    "You don't need to explain it again.",
    "I'm not going to make excuses.",
    "That's on us, not on you.",
    "They aren't lost, we know exactly where they are.",
    "Hello everyone, thank you for writing in.",
  ])("%j", (reply) => {
    expect(tagsOf(reply)).toEqual([]);
  });
});

describe("taking the customer's side is understanding", () => {
  test.each([
    "None of this is your fault and nothing is broken for good.",
    "There is nothing you should have done differently.",
    "You did exactly what you should have.",
    "There was nothing you could have known.",
    "Nobody here blames you.",
    "Please don't feel bad about this.",
    "You're not overreacting.",
    "It's all right to be upset with us.",
    "Any father would be scared.",
    "That's perfectly understandable.",
    "u dint do anything wrong",
  ])("%j", (reply) => {
    expect(reading(reply).validation.level).toBeGreaterThan(0);
    expect(tagsOf(reply)).toEqual([]);
  });

  test("and what only sounds like it is not", () => {
    for (const reply of ["There's nothing wrong with the bike.", "There's no need to be upset."])
      expect(tagsOf(reply)).not.toEqual([]);
    expect(reading("You have no right to be angry.").validation.level).toBe(0);
    expect(reading("You shouldn't have opened it.").validation.level).toBe(0);
  });
});

describe("what waits until it suits the agent is no step", () => {
  test.each([
    "I'll get to it when I get to it.",
    "I'll look when I feel like it.",
    "I'll fix it when I feel like fixing it.",
    "I'll do it when I do it.",
    "It's ready when it's ready.",
    "You'll know when you know.",
    "I'll see if I can be bothered.",
    "I'll check it when I'm in the mood.",
    "I'll take a look after my cigarette.",
    "I'll have a look if I'm not too busy.",
  ])("%j", (reply) => {
    expect(reading(reply).deescalation.level).toBe(0);
    expect(reading(reply).solution.present).toBe(false);
    expect(tagsOf(reply)).not.toEqual([]);
  });

  test.each([
    "I'll call you when the mechanic has finished at four.",
    "When I get to my desk at nine I'll call the workshop and you at half past.",
    "I'll call you when I call the workshop at two.",
  ])("but a step with its time is one: %j", (reply) => {
    expect(reading(reply).deescalation.level).toBe(2);
    expect(tagsOf(reply)).toEqual([]);
  });
});

describe("a no and a can are not read together over a comma", () => {
  const movesOf = (reply: string) => reading(reply).moves.map((one) => one.tag);
  test.each([
    "Nothing is lost, we can bring every one of them back.",
    "Nothing is beyond repair, we can have it back with you by noon.",
    "Nothing else matters today, I can send the van at once.",
  ])("%j", (reply) => {
    expect(movesOf(reply)).not.toContain("limit");
    expect(tagsOf(reply)).toEqual([]);
  });
  test.each(["There's nothing we can do for you.", "Nothing I can do there, I'm afraid."])(
    "and within a clause they are: %j",
    (reply) => {
      expect(movesOf(reply)).toContain("limit");
      expect(tagsOf(reply)).toContain("dismiss");
    },
  );
});

describe("a greeting shows nothing", () => {
  test.each(["Hi Orla.", "Good morning, Ms Tan.", "Hello both!", "Dear Mr Brandt,"])("%j", (reply) => {
    const { validation, question, deescalation, solution } = reading(reply);
    expect([validation.level, question.level, deescalation.level]).toEqual([0, 0, 0]);
    expect(solution.present).toBe(false);
    expect(tagsOf(reply)).toEqual([]);
  });

  test("nor is it evidence of what comes after it", () => {
    const got = reading("Good morning Orla. Your new brakes are on their way.");
    expect(got.validation.level).toBe(0);
    expect(got.solution.evidence.map((one) => one.quote)).toEqual(["Your new brakes are on their way."]);
  });
});
