import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { variantAt } from "../../src/flow/variants.ts";

const drawing = {
  seed: fc.integer(),
  pool: fc.string({ maxLength: 12 }),
  count: fc.integer({ min: 1, max: 9 }),
};
const drawn = (seed: number, pool: string, count: number, draws: number) =>
  Array.from({ length: draws }, (_, draw) => variantAt(seed, pool, count, draw));

describe("of several lines for the same moment", () => {
  test("all are used before any comes again", () => {
    fc.assert(
      fc.property(drawing.seed, drawing.pool, drawing.count, fc.nat(20), (seed, pool, count, round) => {
        const used = drawn(seed, pool, count, (round + 1) * count).slice(round * count);
        expect([...used].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
      }),
    );
  });
  test("none is said twice in a row", () => {
    fc.assert(
      fc.property(drawing.seed, drawing.pool, fc.integer({ min: 2, max: 9 }), (seed, pool, count) => {
        const lines = drawn(seed, pool, count, count * 12);
        expect(lines.some((line, at) => line === lines[at - 1])).toBe(false);
      }),
    );
  });
  test("each is the first to be said in some talk", () => {
    for (const count of [2, 3, 5]) {
      const first = new Set(Array.from({ length: 200 }, (_, seed) => variantAt(seed, "opens", count, 0)));
      expect(first.size).toBe(count);
    }
  });
  test("the order is the same for the same seed", () => {
    expect(drawn(7, "opens", 5, 20)).toEqual(drawn(7, "opens", 5, 20));
  });
  test("a single line is said again and again", () => {
    expect(drawn(7, "opens", 1, 3)).toEqual([0, 0, 0]);
  });
});
