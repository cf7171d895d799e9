import type { Flow } from "../flow/flow.ts";
import type { LearningPath } from "../flow/path.ts";

/** How a talk on a path ended; nothing is known of it where the practice is no longer kept. */
export type Went = { persona: string; outcome: "good" | "mixed" | "bad" } | "unknown";

/** One step of a path as somebody sees it. */
export type StepSeen = {
  /** 1 for the first. */
  n: number;
  name: string;
  /** The customer, when they can be practised with at the moment. */
  flow: Flow | undefined;
  goal: string;
  day: number | undefined;
  /** How it went, once the step is done. */
  went: Went | undefined;
};

/** A step that can be taken now. */
export type NextStep = StepSeen & { flow: Flow; of: number; path: string };

/** Where somebody stands on a path: every step, and the one to take next, if there is one just now. */
export type Place = {
  path: LearningPath;
  steps: StepSeen[];
  next: NextStep | undefined;
  isFinished: boolean;
};

/**
 * For each step of a path the practice that did it, out of those that came to an end since the path was joined, the
 * oldest first. Any order counts; of a customer met more often than the path asks for, the last talks do.
 */
export function practicesFor<Practised extends { flow: string }>(
  { steps }: LearningPath,
  practised: readonly Practised[],
): (Practised | undefined)[] {
  return steps.map(({ flow }, index) => {
    const wanted = steps.filter((step) => step.flow === flow).length;
    const earlier = steps.slice(0, index).filter((step) => step.flow === flow).length;
    return practised.filter((one) => one.flow === flow).slice(-wanted)[earlier];
  });
}

/** Somebody's place on a path; `went` says of each step how it went, or nothing when it is still to be done. */
export function placeOn(
  path: LearningPath,
  went: readonly (Went | undefined)[],
  flows: readonly Flow[],
): Place {
  const steps = path.steps.map(
    ({ flow: name, goal, day }, index): StepSeen => ({
      n: index + 1,
      name,
      flow: flows.find(({ id }) => id === name),
      goal,
      day,
      went: went[index],
    }),
  );
  const [next] = steps.flatMap((step) =>
    step.flow && !step.went ? [{ ...step, flow: step.flow, of: steps.length, path: path.title }] : [],
  );
  return { path, steps, next, isFinished: steps.every((step) => step.went !== undefined) };
}
