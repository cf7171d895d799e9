import { expect, test } from "vitest";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";

const ROUTER = "My internet drops every evening and I've told three of you already";

test.each([
  [2, "What do the lights on the router do when it drops?"],
  [2, "tell me what the lights do when it drops"],
  [2, "Does it happen on the cable as well, or only over Wi-Fi?"],
  [2, "Which evenings has it been worst?"],
  [2, "What would put this right for you?"],
  [2, "Have I understood it right: it drops only in the evening?"],
  [1, "What's your account number?"],
  [1, "could you send me the order number"],
  [1, "May I have your postcode and date of birth?"],
  [1, "What seems to be the problem?"],
  [1, "When did it start? Is it the cable? Who did you speak to?"],
  [0, "Have you tried restarting it?"],
  [0, "Shall I send an engineer?"],
  [0, "Would you like a voucher or a refund?"],
  [0, "Can you hold on for a moment?"],
  [0, "Is there anything else I can help you with?"],
  [0, "How are you today?"],
  [0, "Why didn't you call sooner?"],
  [0, "I'll look at the line tonight."],
])("asking at level %i: %j", (level, reply) => {
  expect(read(reply, ROUTER, NO_CONTEXT).question.level).toBe(level);
});

const CONTEXT = {
  ...NO_CONTEXT,
  facts: [
    { id: "order", asked: ["order number", "reference"] },
    { id: "lights", asked: ["light"] },
    { id: "start", asked: ["when did it start", "since when"] },
  ],
};

test.each([
  ["What's the order number, please?", ["order"]],
  ["could you send me the order number", ["order"]],
  ["Which lights are blinking?", ["lights"]],
  ["When did it start, and which lights are on?", ["lights", "start"]],
  ["I can see your order number here.", []],
  ["The lights should be green.", []],
])("%j asks for %j", (reply, asked) => {
  expect(read(reply, ROUTER, CONTEXT).asks).toEqual(asked);
});
