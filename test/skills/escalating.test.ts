import { describe, expect, test } from "vitest";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";

const SAID = "You lost my late father's watch. I want it back.";

const found = (reply: string) => read(reply, SAID, NO_CONTEXT).escalating;
const tagsOf = (reply: string) => found(reply).map((one) => one.tag);
const toldOf = (reply: string) => found(reply).filter((one) => one.certainty !== "unsure");

test.each([
  ["calm_command", "Please calm down."],
  ["calm_command", "there's no need to shout"],
  ["minimise", "It's only a watch."],
  ["minimise", "At least nobody was hurt."],
  ["dismiss", "There's nothing I can do."],
  ["dismiss", "You'll have to wait like everyone else."],
  ["non_apology", "I'm sorry you feel that way."],
  ["validate_then_but", "I understand you're upset, but it was not insured."],
  ["blame_customer", "You should have insured it."],
  ["blame_others", "That's the courier's fault, not ours."],
  ["policy_wall", "Our policy is clear on that."],
  ["argue", "As I already told you, it was delivered."],
  ["sarcasm", "Haha, time flies."],
  ["threat", "One more word and I'll end this chat."],
  ["buck_passing", "You'll need to contact the courier."],
  ["rush_close", "I'm closing this ticket now."],
  ["self_centred", "I've been on since six and I haven't had my lunch."],
  ["interrogate", "Why didn't you insure it?"],
])("%s is seen in %j", (tag, reply) => {
  expect(tagsOf(reply)).toContain(tag);
});

test.each(["fuck off", "You're an idiot.", "shut up", "Are you stupid?", "Whatever.", "Get lost!"])(
  "abuse is certain, however short: %j",
  (reply) => {
    expect(found(reply).map((one) => one.certainty)).toEqual(["sure"]);
  },
);

test("a word of abuse that is denied or meant for oneself is none", () => {
  const sure = ["You're not an idiot.", "The idiot here was me, not you."].flatMap(found);
  expect(sure.filter((one) => one.certainty === "sure")).toEqual([]);
});

describe("nothing inflames in", () => {
  test.each([
    "I'm sorry we lost your father's watch.",
    "You shouldn't have to chase us for it.",
    "I'm calling the courier now and I'll ring you at four.",
    "You're right, that was our mistake.",
    "What does the engraving say?",
    "I can't promise that it turns up, and I'll search the depot myself tonight.",
    "Take all the time you need.",
  ])("%j", (reply) => {
    expect(toldOf(reply)).toEqual([]);
  });
});

test.each([
  ["overpromise", "I guarantee it will never happen again."],
  ["over_empathy", "I'm so sorry, so very sorry, I can't apologise enough, my heart breaks for you."],
  ["canned", "Thank you for your patience and understanding."],
])("%s is seen in %j", (fault, reply) => {
  expect(read(reply, SAID, NO_CONTEXT).faults.map((one) => one.tag)).toContain(fault);
});

// Known misreadings: whoever mends one moves it up.
test("nothing inflames in a correction in the customer's favour", () => {
  expect(toldOf("It isn't just a watch, it was his.")).toEqual([]);
});
