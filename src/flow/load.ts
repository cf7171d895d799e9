import { checkFlow } from "./check.ts";
import type { Flow } from "./flow.ts";
import { inReadingOrder, type Problem } from "./problem.ts";
import { flowShape } from "./shape.ts";
import { shapeProblems } from "./shape-problems.ts";
import { toFlow } from "./to-flow.ts";
import { readYaml } from "./yaml-source.ts";

/** A flow, when it can be played, and every problem of the file in reading order. */
export type Loaded = { flow: Flow | undefined; problems: Problem[] };

/** Reads a trainer's file. A flow with an error is left out; one with warnings or hints plays. */
export function loadFlow(source: string, file: string): Loaded {
  const yaml = readYaml(source, file);
  if (yaml.problems.length > 0) return { flow: undefined, problems: inReadingOrder(yaml.problems) };
  const shaped = flowShape.safeParse(yaml.data);
  if (!shaped.success) {
    const problems = shapeProblems(shaped.error.issues, yaml, file);
    return { flow: undefined, problems: inReadingOrder(problems) };
  }
  const flow = toFlow(shaped.data, yaml, source, file);
  const problems = inReadingOrder(checkFlow(flow, yaml));
  return { flow: problems.some((problem) => problem.severity === "error") ? undefined : flow, problems };
}
