import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FlowTest } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { writeTests } from "../../src/flow/write-tests.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");
const pasted = (tests: readonly FlowTest[]) => {
  const source = dana.source.replace(/^tests:[\s\S]*/m, () => `tests:\n${writeTests(tests)}`);
  return loadFlow(source, "dana.yml");
};
const withoutLines = (tests: readonly FlowTest[] = []) =>
  tests.map(({ line: _line, talk, ...test }) => ({
    ...test,
    talk: talk.map(({ line: _at, ...step }) => step),
  }));

describe("tests that are written for a trainer to paste", () => {
  it("are read back as they were, in a flow without problems", () => {
    const { flow, problems } = pasted(dana.tests);
    expect(problems.filter(({ severity }) => severity !== "hint")).toEqual([]);
    expect(withoutLines(flow?.tests)).toEqual(withoutLines(dana.tests));
  });

  it("hold any words that somebody may have written", () => {
    const [first] = dana.tests;
    const words = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom("# no", "a: b", '- "x"\n\ny', "true", "14", "@here", "{trainee}"),
    );
    fc.assert(
      fc.property(
        words.map((one) => one.trim()).filter((one) => one !== ""),
        (say) => {
          const step = { ...first?.talk[0], show: [], asks: [], idle: false, say, line: 1 };
          const test = { ...first, ends: [], talk: [step] } as FlowTest;
          expect(pasted([test]).flow?.tests[0]?.talk[0]?.say).toBe(say);
        },
      ),
      { numRuns: 60, seed: 20261122 },
    );
  });

  it("keep a step on few lines, as by hand", () => {
    const [first] = dana.tests;
    const show = {
      line: 1,
      show: ["specific-validation", "question"],
      asks: ["party-date"],
      say: undefined,
      idle: false,
    };
    const say = { line: 1, show: [], asks: [], say: "Which day?", idle: false };
    const nothing = { mood: undefined, ending: undefined, facts: [], shows: [], not: [] };
    const talk = [
      { ...show, expect: nothing },
      { ...say, expect: { ...nothing, shows: ["exploring-question"] } },
    ];
    expect(writeTests([{ ...first, name: "One", seed: 7, talk, ends: [] } as FlowTest])).toBe(`  - name: One
    seed: 7
    talk:
      - show: [ specific-validation, question ]
        asks: party-date
      - say: "Which day?"
        expect: { shows: exploring-question }
`);
  });
});
