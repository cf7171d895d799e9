import { expect, test } from "vitest";
import { sentencesOf } from "../../src/skills/sentences.ts";

test.each([
  ["Sorry about that. I'll call you.", ["Sorry about that.", "I'll call you."]],
  ["No. They didn't come", ["No.", "They didn't come"]],
  ["Mr. Kaya rings you at 8.30 a.m.", ["Mr. Kaya rings you at 8.30 a.m."]],
  ["oh no… that's awful!! really?", ["oh no…", "that's awful!!", "really?"]],
  ["first line\nsecond line\n\nthird", ["first line", "second line", "third"]],
  ["on it 🙏🏽 back in 5", ["on it 🙏🏽", "back in 5"]],
  ["“Just wait,” he said. Unbelievable.", ["“Just wait,” he said.", "Unbelievable."]],
  ["  ", []],
])("%j is read sentence by sentence", (message, expected) => {
  expect(sentencesOf(message).map((sentence) => sentence.text)).toEqual(expected);
});

test("a line of chat without marks still has its clauses", () => {
  const [sentence] = sentencesOf(
    "sorry about the leak and i'll send someone today but what floor are you on",
  );
  expect(sentence?.clauses.map((clause) => clause.text)).toEqual([
    "sorry about the leak",
    "and i'll send someone today",
    "but what floor are you on",
  ]);
});

test("a wall of words without any mark is cut between words, never inside one", () => {
  const wall = "kettle ".repeat(400);
  const sentences = sentencesOf(wall);
  expect(sentences.length).toBeGreaterThan(1);
  expect(sentences.every((sentence) => /^kettle( kettle)*$/.test(sentence.text))).toBe(true);
});
