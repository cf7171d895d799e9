import { checkFlow } from "./check.ts";
import type { Flow } from "./flow.ts";
import { inReadingOrder, type Problem } from "./problem.ts";
import { flowShape } from "./shape.ts";
import { shapeProblems } from "./shape-problems.ts";
import { toFlow } from "./to-flow.ts";
import { readYaml, type YamlSource } from "./yaml-source.ts";

/** A flow, when it can be played, and every problem of the file in reading order. */
export type Loaded = { flow: Flow | undefined; problems: Problem[] };

/** Reads a trainer's file. A flow with an error is left out; one with warnings or hints plays. */
export function loadFlow(source: string, file: string): Loaded {
  const { flow, problems, yaml } = readShape(source, file);
  if (!flow) return { flow, problems };
  const found = inReadingOrder(checkFlow(flow, yaml));
  return { flow: found.some(({ severity }) => severity === "error") ? undefined : flow, problems: found };
}

/**
 * Reads a flow that once passed every check and has been played since. It is not judged again, so that a
 * stricter check never takes a customer away in the middle of a talk; nothing when it cannot be read at all.
 */
export const reloadFlow = (source: string, file: string): Flow | undefined => readShape(source, file).flow;

function readShape(source: string, file: string): Loaded & { yaml: YamlSource } {
  const yaml = readYaml(source, file);
  if (yaml.problems.length > 0) return { flow: undefined, problems: inReadingOrder(yaml.problems), yaml };
  const shaped = flowShape.safeParse(yaml.data);
  if (shaped.success) return { flow: toFlow(shaped.data, yaml, source, file), problems: [], yaml };
  return { flow: undefined, problems: inReadingOrder(shapeProblems(shaped.error.issues, yaml, file)), yaml };
}
