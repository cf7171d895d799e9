import type { Flow } from "../../src/flow/flow.ts";
import { judgeSimulation } from "../../src/workshop/judge-simulation.ts";
import { type Amounts, simulate } from "../../src/workshop/simulate.ts";

/** Few talks, in bare skills only. */
export const FEW: Amounts = { seed: 1, talks: { bare: 30, words: 0 }, tries: 2_000 };

/** What a small simulation finds in a flow, as `code line`. */
export function foundIn(flow: Flow, amounts = FEW): string[] {
  const found = judgeSimulation(
    flow,
    simulate(flow, amounts, () => []),
  );
  return found.map(({ code, line }) => `${code} ${line}`);
}

/** The line of a flow on which this is first written (1-based). */
export const lineOf = (flow: Flow, written: string) =>
  flow.source.split("\n").findIndex((line) => line.includes(written)) + 1;
