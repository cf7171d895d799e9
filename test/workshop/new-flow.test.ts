import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { playTest } from "../../src/flow/play-tests.ts";
import { type Answers, nameFor, newFlow } from "../../src/workshop/new-flow.ts";

const ROSA: Answers = {
  name: "Rosa Lindqvist",
  happened: "The tent tore on its first night.",
  stakes: ["the children", "our only holiday"],
  feelings: ["let down", "cold"],
  fact: { about: "when they travel on", told: "We leave for the coast on Thursday." },
  offer: "send another tent to the campsite.",
};

describe("a new flow", () => {
  it("passes its check, and its sample conversations go as written", () => {
    const { flow, problems } = loadFlow(newFlow(ROSA, "torn-tent"), "torn-tent.yml");
    expect(problems).toEqual([]);
    expect(flow?.tests.flatMap((test) => (flow ? playTest(flow, test) : []))).toEqual([]);
  });

  it("can be read whatever its trainer answered", () => {
    const words = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
      .map((one) => one.replace(/[{}<>@\ufffd\p{C}\p{Z}]/gu, " ").trim())
      .filter((one) => one !== "");
    const answered = fc.record({
      name: words,
      happened: words,
      stakes: fc.array(words, { minLength: 1, maxLength: 4 }),
      feelings: fc.array(words, { minLength: 1, maxLength: 4 }),
      fact: fc.record({ about: words, told: words }),
      offer: words,
    });
    fc.assert(
      fc.property(answered, (answers) => {
        const { problems } = loadFlow(newFlow(answers, nameFor(answers.happened)), "flow.yml");
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["The tent tore on its first night.", "the-tent-tore-on-its-first-night"],
    ["  Ünder 2 Wörter! ", "under-2-worter"],
    ["2nd try", "nd-try"],
    ["The front desk gave our wedding suite to somebody else.", "the-front-desk-gave-our-wedding-suite-to"],
    ["True.", "true-customer"],
    ["帳篷", "new-customer"],
  ])("%j becomes %s", (words, name) => {
    expect(nameFor(words)).toBe(name);
  });
});
