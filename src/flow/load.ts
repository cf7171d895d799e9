import { checkFlow } from "./check.ts";
import type { Flow, SharedParts } from "./flow.ts";
import { inReadingOrder, isSound, nearest, type Problem } from "./problem.ts";
import { unknownNames } from "./references.ts";
import { type FlowFile, flowShape } from "./shape.ts";
import { shapeProblems } from "./shape-problems.ts";
import { slipped } from "./slipped.ts";
import { toFlow } from "./to-flow.ts";
import { readYaml, type YamlSource } from "./yaml-source.ts";

/** A flow, when it can be played, and every problem of the file in reading order. */
export type Loaded = { flow: Flow | undefined; problems: Problem[] };

/**
 * Reads a trainer's file, with the parts that flows may share. A flow with an error is left out; one with warnings
 * or hints plays.
 */
export function loadFlow(source: string, file: string, shared: readonly SharedParts[] = []): Loaded {
  const { flow, problems, yaml } = readShape(source, file, shared);
  if (!flow) return { flow, problems };
  const found = inReadingOrder([...problems, ...checkFlow(flow, yaml)]);
  return { flow: isSound(found) ? flow : undefined, problems: found };
}

/**
 * Reads a flow that once passed every check and has been played since. It is not judged again, so that a
 * stricter check never takes a customer away in the middle of a talk; nothing when it cannot be read at all.
 */
export const reloadFlow = (source: string, file: string, shared: readonly SharedParts[]): Flow | undefined =>
  readShape(source, file, shared).flow;

function readShape(
  source: string,
  file: string,
  shared: readonly SharedParts[],
): Loaded & { yaml: YamlSource } {
  const yaml = readYaml(source, file);
  if (yaml.problems.length > 0) return { flow: undefined, problems: inReadingOrder(yaml.problems), yaml };
  const shaped = flowShape.safeParse(yaml.data);
  if (!shaped.success) {
    const slips = slipped(shaped.error.issues, yaml, file);
    const problems = [...slips.problems, ...shapeProblems(slips.others, yaml, file)];
    // What stands in the wrong place would be missed wherever it is named.
    const names = slips.problems.length > 0 ? [] : unknownNames(yaml, file, false);
    const others = names.filter((name) => !problems.some((one) => isAt(one, name)));
    return { flow: undefined, problems: inReadingOrder([...problems, ...others]), yaml };
  }
  const used = shared.filter(({ id }) => shaped.data.uses.includes(id));
  const flow = toFlow(shaped.data, yaml, source, file, used);
  return { flow, problems: unknownUses(shaped.data, shared, yaml, file), yaml };
}

const isAt = (one: Problem, other: Problem) => one.line === other.line && one.column === other.column;

function unknownUses(
  { uses }: FlowFile,
  shared: readonly SharedParts[],
  yaml: YamlSource,
  file: string,
): Problem[] {
  const known = shared.map(({ id }) => id);
  return uses
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known);
      return {
        code: "uses/unknown",
        severity: "error",
        message: `There are no shared parts called "${name}".`,
        remedy: near
          ? `Did you mean "${near}"?`
          : `There are: ${known.join(", ") || "none"}. They stand in flows/shared.`,
        file,
        ...yaml.placeOf(["uses", uses.length > 1 ? uses.indexOf(name) : 0]),
      };
    });
}
