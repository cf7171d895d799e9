import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeSimulation } from "../../src/workshop/judge-simulation.ts";
import { MADE_UP_TRAINEES } from "../../src/workshop/made-up-trainees.ts";
import { simulate, talksIn } from "../../src/workshop/simulate.ts";
import { tellSimulation } from "../../src/workshop/tell-simulation.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { flowWith } from "./flow-with.ts";
import { FEW, foundIn, lineOf } from "./played.ts";

const nobodySpeaks = () => [];
// Good ends only come from being heard, asked and then helped.
const HEARD_AND_ASKED = [
  "        need: { trust: at least 10 }",
  "        need: { heard: specific-validation, knows: street }",
] as const;
const fair = flowWith(HEARD_AND_ASKED);

describe("a simulation", () => {
  test("is the same for the same flow, seed and counts, and another for another seed", () => {
    const amounts = (seed: number) => ({ ...FEW, seed, talks: { bare: 3, words: 0 } });
    fc.assert(
      fc.property(fc.nat({ max: 999_999 }), (seed) => {
        expect(simulate(fair, amounts(seed), nobodySpeaks)).toEqual(
          simulate(fair, amounts(seed), nobodySpeaks),
        );
      }),
      { numRuns: 20 },
    );
    const rows = (seed: number) => simulate(fair, { ...FEW, seed }, nobodySpeaks).rows;
    expect(rows(1)).not.toEqual(rows(2));
  });

  test("counts every talk once, and each comes to an ending", () => {
    let talks = 0;
    const { rows } = simulate(fair, FEW, nobodySpeaks, () => talks++);
    expect(talks).toBe(talksIn(FEW));
    expect(rows.map(({ trainee }) => trainee)).toEqual(MADE_UP_TRAINEES.map(({ name }) => name));
    for (const row of rows)
      expect(Object.values(row.endings).reduce((sum, count) => sum + count)).toBe(FEW.talks.bare);
  });

  test("finds nothing to warn of where a skilled trainee wins and nobody else can", () => {
    const patient = flowWith(HEARD_AND_ASKED, [
      "      - when: dismiss\n        go: left",
      "      - when: dismiss\n        need: { times: { dismiss: 3 } }\n        go: left",
    ]);
    expect(foundIn(patient)).toEqual([]);
  });

  test("warns when somebody who never asks, or only says sorry, comes to a good ending", () => {
    const flow = flowWith();
    expect(foundIn(flow)).toContain(`simulate/gamer-wins ${lineOf(flow, "when: solution")}`);
    const soft = flowWith(["      - when: solution", "      - when: apology"]);
    const { rows } = simulate(soft, FEW, nobodySpeaks);
    expect(rows.find(({ trainee }) => trainee === "apologiser")).toMatchObject({ good: 30, turns: 1 });
  });

  test("warns when a skilled trainee cannot win, at the mood in which the talk begins", () => {
    const flow = flowWith(["      - when: solution", "      - when: [solution, sarcasm]"]);
    expect(foundIn(flow)).toContain(`simulate/skilled-cannot ${lineOf(flow, "  cross:")}`);
  });

  test("warns when two messages are enough to lose the customer, at the rule that ends it", () => {
    expect(foundIn(fair)).toContain(`simulate/lost-in-two ${lineOf(fair, "when: dismiss")}`);
  });

  test("only hints at it where nobody who tries loses the customer so, and says that as well", () => {
    const flow = flowWith(HEARD_AND_ASKED, [
      "      - when: dismiss\n        go: left",
      "      - when: dismiss\n        need: { times: { dismiss: 2 } }\n        go: left",
    ]);
    const simulation = simulate(flow, FEW, nobodySpeaks);
    const found = judgeSimulation(flow, simulation);
    expect(found).toMatchObject([{ code: "simulate/lost-in-two", severity: "hint" }]);
    expect(tellSimulation(flow, simulation, found)).toMatch(/^HINT {2}Kim is lost after two messages: .*/m);
  });

  test("hints at a rule that nobody came upon, and says which endings nobody reached", () => {
    const flow = flowWith(
      ["      - when: dismiss", "      - { when: [threat, repair], go: gone }\n      - when: dismiss"],
      ["  left: {", "  gone: { outcome: bad, says: Bye., debrief: Kim is gone. }\n  left: {"],
    );
    const simulation = simulate(flow, FEW, nobodySpeaks);
    const line = lineOf(flow, "threat");
    expect(simulation.neverFired).toContainEqual({ line, mood: "cross", when: ["threat", "repair"] });
    expect(simulation.neverReached).toEqual(["gone"]);
    expect(simulation.quickest).toEqual({ calm: 1, left: 1 });
    const hints = judgeSimulation(flow, simulation).filter(({ severity }) => severity === "hint");
    expect(hints).toMatchObject([{ code: "simulate/rule-never-fired", line, column: 7 }]);
  });

  test("knows that a rule answered also where a limit ended the talk in the same breath", () => {
    const flow = flowWith(["need: { turns: at least 9 }", "need: { turns: at least 1 }"]);
    const { neverFired } = simulate(flow, FEW, nobodySpeaks);
    expect(neverFired.map(({ line }) => line)).not.toContain(lineOf(flow, "when: dismiss"));
  });
});

describe.each(["late-delivery", "double-charge", "eclipse-class"])("%s", (id) => {
  const flow = projectFlow(id);
  const simulation = simulate(flow, FEW, nobodySpeaks);
  const found = judgeSimulation(flow, simulation);

  test("is told in lines of at most 100 characters", () => {
    const lines = tellSimulation(flow, simulation, found).split("\n");
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines).toContain("In bare skills, 30 talks each");
  });
});
