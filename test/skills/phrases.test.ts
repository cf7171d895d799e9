import { describe, expect, test } from "vitest";
import { findAll, phrasebookOf } from "../../src/skills/phrasebook.ts";
import { sentencesOf } from "../../src/skills/sentences.ts";
import { wordsOf } from "../../src/skills/words.ts";

const LISTS = { fruit: ["apple", "pears"] };

function says(phrase: string, text: string): boolean {
  return findAll(phrasebookOf([{ phrase, of: phrase }], LISTS), wordsOf(text)).length > 0;
}

describe("a phrase is found", () => {
  test.each([
    ["calm down", "please calm down now", true],
    ["calm down", "calm it", false],
    ["calm|settle down", "settle down", true],
    ["please? wait", "wait", true],
    ["apologi*", "we apologised", true],
    ["buy @fruit", "buy pears", true],
    ["# minutes", "within 10 minutes", true],
    ["ring .. you", "ring straight back to you", true],
    ["ring .. you", "ring the office and then maybe you", false],
    ["^ relax", "do relax", false],
    ["that is it $", "that is it for now", false],
    ["down *", "settle down now", true],
    ["done|$ or|$", "done", true],
  ])("%j in %j: %s", (phrase, text, found) => {
    expect(says(phrase, text)).toBe(found);
  });

  test("but a gap never skips a not", () => {
    expect(says("i will .. refund", "i will gladly refund it")).toBe(true);
    expect(says("i will .. refund", "i will not refund it")).toBe(false);
  });

  test.each([
    ["nothing .. we can", "Nothing more we can do.", true],
    ["nothing .. we can", "Nothing is lost, we can do it.", false],
    ["see .. $", "I see that now, and so it is.", true],
    ["sorry ... sorry", "Sorry, I am so sorry.", true],
  ])("a short gap ends with its clause, a long one does not: %j in %j", (phrase, text, found) => {
    const words = sentencesOf(text).flatMap((sentence) => sentence.words);
    expect(findAll(phrasebookOf([{ phrase, of: phrase }], LISTS), words).length > 0).toBe(found);
  });

  test("and a list that does not exist is named", () => {
    expect(() => says("buy @meat", "")).toThrow("@meat");
  });
});
