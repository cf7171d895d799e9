import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transition } from "xstate";
import { compile, play } from "../../src/flow/compile.ts";
import { READ_SIGNS, readingOf, type Sign } from "../../src/flow/signs.ts";
import { after, flowFrom, type Step } from "./play-with.ts";

const flows = [
  "rich.yml",
  ...["late-delivery", "double-charge", "eclipse-class"].map((id) => `../../flows/${id}.yml`),
].map(flowFrom);

/** Whatever can happen in a talk of this flow, in any order. */
const steps = (facts: readonly string[], longest: number): fc.Arbitrary<Step[]> => {
  const asks = facts.map((fact) => `asks:${fact}` as const);
  const message: fc.Arbitrary<Step> = fc.uniqueArray(
    fc.constantFrom<Sign | `asks:${string}`>(...READ_SIGNS, ...asks),
    {
      maxLength: 4,
    },
  );
  const other: fc.Arbitrary<Step> = fc.constantFrom("idle" as const, "soften" as const);
  return fc.array(fc.oneof({ arbitrary: message, weight: 8 }, { arbitrary: other, weight: 1 }), {
    maxLength: longest,
  });
};

describe.each(flows)("whatever is written in $id", (flow) => {
  const anySteps = steps(
    flow.facts.map(({ id }) => id),
    20,
  );
  const turnLimit = Math.min(
    ...flow.limits.flatMap(({ needs }) =>
      needs.flatMap((need) => (need.kind === "turns" && needs.length === 1 ? need.amount.from : [])),
    ),
  );

  test("the same seed and the same messages make the same talk", () => {
    fc.assert(
      fc.property(fc.nat(), anySteps, (seed, talk) => {
        expect(after(flow, talk, seed).standing).toEqual(after(flow, talk, seed).standing);
      }),
      { numRuns: 40 },
    );
  });

  test("every message is answered, and all meters stay within 0 and 100", () => {
    fc.assert(
      fc.property(fc.nat(), anySteps, (seed, talk) => {
        let now = play(flow, seed, "Sam");
        for (const step of talk) {
          if (now.standing.ending) return;
          now = after(flow, [step], seed, now);
          const { meters, last } = now.standing.talk;
          if (step !== "soften") expect(last.says.join("").trim()).not.toBe("");
          expect(last.says.join(" ")).not.toMatch(/[{}]|undefined/);
          for (const value of Object.values(meters)) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(100);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the talk is over when the last message is written that its limit allows", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.constantFrom(...READ_SIGNS), { minLength: turnLimit, maxLength: turnLimit }),
        (seed, signs) => {
          const { ending, talk } = after(
            flow,
            signs.map((sign) => [sign]),
            seed,
          ).standing;
          expect(ending).toBeDefined();
          expect(talk.turns).toBeLessThanOrEqual(turnLimit);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a talk that was written down and read again goes on as if nothing had happened", () => {
    const machine = compile(flow);
    fc.assert(
      fc.property(
        fc.nat(),
        anySteps,
        fc.uniqueArray(fc.constantFrom(...READ_SIGNS)),
        (seed, before, signs) => {
          const { standing } = after(flow, before, seed);
          const kept = JSON.parse(JSON.stringify(standing));
          const value = kept.ending ?? { talking: kept.mood };
          const restored = machine.resolveState({ value, context: kept.talk });
          const [next] = transition(machine, restored, { type: "reply", reading: readingOf(signs) });
          expect(next.context).toEqual(after(flow, [...before, signs], seed).standing.talk);
        },
      ),
      { numRuns: 40 },
    );
  });
});
