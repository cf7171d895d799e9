import { describe, expect, test } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { minimalWith } from "./minimal.ts";

const warned = (reactions: string, meters = "{ trust: 20, frustration: 40 }") =>
  loadFlow(
    minimalWith("validation: { trust: 1 }, question: { trust: 1 }", reactions).replace(
      "meters: { trust: 20 }",
      `meters: ${meters}`,
    ),
    "flow.yml",
  ).problems.filter(({ code }) => code === "reaction/wrong-way");

describe("a kind message that only hurts is told of", () => {
  test.each([
    ["in every meter", "validation: { trust: 1 }, specific-validation: { frustration: +10, trust: -9 }"],
    ["in the only meter", "repair: { frustration: +3 }, validation: { trust: 1 }"],
    ["in questions of every kind", "question: { frustration: +3 }"],
  ])("%s", (_, reactions) => {
    expect(warned(reactions)).toHaveLength(1);
  });
  test("but not where more of a meter is said to be better", () => {
    const meters = "{ trust: 20, frustration: { start: 40, better: high } }";
    expect(warned("question: { frustration: +3 }", meters)).toEqual([]);
  });
});

describe("a customer may well be annoyed", () => {
  test.each([
    ["by stock phrases", "generic-validation: { frustration: +3 }, validation: { trust: 1 }"],
    ["by early fixes and apologies", "solution: { trust: -5 }, apology: { frustration: +4 }"],
    ["by a kind word that also helps", "validation: { frustration: +2, trust: +4 }"],
    ["by questions, but not by a good one", "question: { trust: -1 }, exploring-question: { trust: +6 }"],
  ])("%s", (_, reactions) => {
    expect(warned(reactions)).toEqual([]);
  });
});
