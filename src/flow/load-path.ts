import { checkPath } from "./check-path.ts";
import type { Flow } from "./flow.ts";
import { type LearningPath, type PathFile, pathShape } from "./path.ts";
import { inReadingOrder, isSound, type Problem } from "./problem.ts";
import { shapeProblems } from "./shape-problems.ts";
import { readYaml } from "./yaml-source.ts";

/** A path, when it can be walked, and every problem of its file in reading order. */
export type LoadedPath = { path: LearningPath | undefined; problems: Problem[] };

/** Reads a trainer's file with a path through these flows. One with an error is left out. */
export function loadPath(source: string, file: string, flows: readonly Flow[]): LoadedPath {
  const yaml = readYaml(source, file);
  if (yaml.problems.length > 0) return { path: undefined, problems: yaml.problems.map(aboutPaths) };
  const shaped = pathShape.safeParse(withSteps(yaml.data));
  if (!shaped.success) {
    const problems = shapeProblems(shaped.error.issues, yaml, file, pathShape);
    return { path: undefined, problems: inReadingOrder(problems) };
  }
  const path = toPath(shaped.data, file);
  const problems = inReadingOrder(checkPath(path, flows, yaml));
  return { path: isSound(problems) ? path : undefined, problems };
}

const toPath = ({ path: id, steps, ...rest }: PathFile, file: string): LearningPath => ({
  id,
  file,
  ...rest,
  steps: steps.map(({ flow, goal, day }) => ({ flow, goal, day })),
});

// "steps:" with nothing behind it is a path without steps, which has a sentence of its own.
function withSteps(data: unknown): unknown {
  const empty = typeof data === "object" && data !== null && "steps" in data && data.steps === null;
  return empty ? { ...data, steps: [] } : data;
}

const aboutPaths = (problem: Problem): Problem =>
  problem.code === "file/empty"
    ? { ...problem, remedy: "Copy flows/paths/onboarding-week.yml and change it line by line." }
    : problem;
