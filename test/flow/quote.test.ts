import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inQuotes } from "../../src/flow/quote.ts";

describe("words in quotation marks are what a trainer would write by hand", () => {
  test.each([
    ["a note: this", '"a note: this"'],
    ['She said: "Fine."', `'She said: "Fine."'`],
    ['"Fine" is what "they" say', `'"Fine" is what "they" say'`],
    ['"She said "no""', `'She said "no"'`],
    [`It's odd: "Fine."`, '"It\'s odd: “Fine.”"'],
    ["'It's late'", `"It's late"`],
    ['"never closed', '"never closed"'],
    ['C:\\new "things"', `'C:\\new "things"'`],
  ])("%s", (words, quoted) => {
    expect(inQuotes(words)).toBe(quoted);
    expect(() => parse(quoted)).not.toThrow();
  });
  test("a backslash is doubled only where an apostrophe leaves no other way", () => {
    expect(inQuotes("it's in C:\\new")).toBe(`"it's in C:\\\\new"`);
    expect(parse(inQuotes("it's in C:\\new"))).toBe("it's in C:\\new");
  });
});
