import { expect, test } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { corpusIn } from "../../src/terminal/labelled-files.ts";
import { judgeSimulation } from "../../src/workshop/judge-simulation.ts";
import { sayingsFrom } from "../../src/workshop/sayings.ts";
import { type Amounts, simulate } from "../../src/workshop/simulate.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";

const sayings = sayingsFrom(corpusIn(new URL("../../src/skills/english/corpus/", import.meta.url)));
const AMOUNTS: Amounts = { seed: 1, talks: { bare: 200, words: 20 }, tries: 1_000 };

const warningsOf = (flow: Flow, amounts = AMOUNTS) =>
  judgeSimulation(flow, simulate(flow, amounts, sayings))
    .filter(({ severity }) => severity === "warning")
    .map(({ message }) => message);

test.each(projectFlows.map((flow) => [flow.id, flow] as const))(
  "%s is won by skill and by no trick, in bare skills and in real words",
  (_, flow) => {
    expect(warningsOf(flow)).toEqual([]);
  },
  60_000,
);

test("a trick that wins in real words alone is noticed", () => {
  const graham = projectFlow("endless-sympathy");
  // Whoever names a step and mends nothing by it wins: nobody means that, and some words are read as it.
  const source = graham.source.replaceAll(
    "\n    rules:\n",
    `
    rules:
      - when: concrete-de-escalation
        need: { turns: at least 3 }
        without: solution
        says: [Fine.]
        because: A step was named.
        go: decided
`,
  );
  const { flow } = loadFlow(source, graham.file);
  expect(flow && warningsOf(flow)).toEqual([
    expect.stringMatching(/^A trainee who only validates .* in real words\.$/),
    expect.stringMatching(/^A trainee who says next to nothing .* in real words\.$/),
  ]);
}, 60_000);
