import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextKudosAt } from "../../src/challenge/weekly-kudos.ts";

const DAY = 86_400_000;

describe("kudos in a week", () => {
  it("are three, and the next can be given a week after the first of them", () => {
    expect(nextKudosAt([1, 2], 10)).toBeUndefined();
    expect(nextKudosAt([1, 2, 3], 10)).toBe(1 + 7 * DAY);
    expect(nextKudosAt([1, 2, 3], 1 + 7 * DAY)).toBeUndefined();
  });

  it("are never more than three in any seven days, whenever somebody tries", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20 * DAY)), (tries) => {
        const given: number[] = [];
        for (const at of tries.toSorted((a, b) => a - b))
          if (nextKudosAt(given, at) === undefined) given.push(at);
        for (const at of given)
          expect(given.filter((one) => one >= at && one < at + 7 * DAY).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
