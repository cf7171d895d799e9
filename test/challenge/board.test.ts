import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardFrom, boardOf, boardWords, ON_THE_WAY } from "../../src/challenge/board.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { practised } from "../programme/past.ts";

const soup = projectFlow("late-delivery");
const clear = () =>
  practised(soup, ["specific-validation"], ["specific-validation"], ["specific-validation"]);
const none = () => practised(soup, ["premature-solution"]);
const line = (called: string) => ({ user: `U-${called}`, called, words: ON_THE_WAY });

describe("what a board says of somebody", () => {
  it("is what became better than in their own practices before", () => {
    expect(boardWords([none(), none()], [clear(), clear()])).toBe(
      "Validation shows clearly more often than before",
    );
  });

  it("is what was clear in most of their practices, where there is nothing to compare with", () => {
    expect(boardWords([], [clear(), clear(), none()])).toBe("Validation: clear in most practices");
  });

  it("is that they are on the way, where there is nothing else to say: never what is missing", () => {
    for (const within of [[], [clear()], [none()], [none(), none()]])
      expect(boardWords([clear(), clear()], within)).toBe(ON_THE_WAY);
  });
});

describe("a board", () => {
  it("is empty until five people stand on it", () => {
    const names = ["Ada", "Bo", "Cy", "Di"];
    expect(boardOf(names.map(line))).toEqual([]);
    expect(boardOf([...names, "Ed"].map(line))).toHaveLength(5);
  });

  it("is in the order of the alphabet, whoever came first and whatever is said of them", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 5 }), fc.nat(), (names, seed) => {
        const lines = names.map(line);
        const other = lines.map((one, index) => ({ ...one, words: `${(seed * index) % 7}` })).reverse();
        expect(boardOf(other).map(({ user }) => user)).toEqual(boardOf(lines).map(({ user }) => user));
      }),
    );
    expect(boardOf(["ed", "Ada", "Élan", "bo", "Cy"].map(line)).map(({ called }) => called)).toEqual([
      "Ada",
      "bo",
      "Cy",
      "ed",
      "Élan",
    ]);
  });

  it("comes in the last third of the time", () => {
    expect(boardFrom({ startsAt: 0, endsAt: 9 })).toBe(6);
  });
});
