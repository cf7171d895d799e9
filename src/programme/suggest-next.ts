import type { Flow, SkillName } from "../flow/flow.ts";
import { inOrder } from "../session/effort.ts";
import type { NextStep } from "./place.ts";
import { type Progress, weakestSkill } from "./progress.ts";

/** A flow to practise next: the next step of somebody's path, or one chosen for a skill where one decided. */
export type Suggestion = {
  flow: Flow;
  skill: SkillName | undefined;
  practisedBefore: boolean;
  step?: NextStep | undefined;
};

/**
 * What to practise next. The path that somebody is on comes first; without one the weakest skill with enough occasions decides; then what was not practised yet and
 * of a level that fits, with another persona and product than last time. After a heavy flow none that is heavy.
 */
export function suggestNext(
  progress: Progress,
  flows: readonly Flow[],
  step?: NextStep | undefined,
): Suggestion | undefined {
  const [last] = progress.practices;
  const light = flows.filter(({ care }) => !(last?.heavy && care.heavy));
  const onPath = light.find(({ id }) => id === step?.name);
  if (onPath) return { flow: onPath, skill: undefined, practisedBefore: isKnown(onPath, progress), step };
  const others = light.filter(({ id }) => id !== last?.flow);
  const skill = weakestSkill(progress);
  const [best] = inOrder(others.length > 0 ? others : light)
    .map((flow) => ({ flow, misfit: misfit(flow, progress, skill) }))
    .sort((a, b) => compare(a.misfit, b.misfit));
  if (!best) return undefined;
  const { flow } = best;
  return {
    flow,
    skill: skill && callsFor(flow, skill) ? skill : undefined,
    practisedBefore: isKnown(flow, progress),
  };
}

const isKnown = ({ id }: Flow, { practices }: Progress) => practices.some(({ flow }) => flow === id);

// What speaks against a flow, the most important first; 0 is best everywhere.
function misfit(flow: Flow, progress: Progress, skill: SkillName | undefined): number[] {
  const { practices } = progress;
  const [last] = practices;
  const distance = Math.abs(LEVELS.indexOf(flow.level) - fittingLevel(progress));
  const seen = practices.findIndex((one) => one.flow === flow.id);
  return [
    skill && !callsFor(flow, skill) ? 1 : 0,
    distance > 1 ? 1 : 0,
    seen < 0 ? 0 : 1,
    distance,
    last?.persona === flow.persona.name ? 1 : 0,
    flow.tags.filter((tag) => last?.tags.includes(tag)).length,
    // Of those practised before, the one longest ago.
    -seen,
  ];
}

const compare = (a: number[], b: number[]) =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

const callsFor = ({ moods }: Flow, skill: SkillName) =>
  Object.values(moods).some((mood) => mood.callsFor.includes(skill));

const LEVELS: readonly Flow["level"][] = ["easy", "medium", "hard"];
const STEP = { good: 1, mixed: 0, bad: -1, none: 0 };

// A good ending makes room for a harder customer, a bad one for an easier.
function fittingLevel({ practices }: Progress): number {
  const [last] = practices;
  if (!last) return 0;
  const level = LEVELS.indexOf(last.level) + STEP[last.outcome ?? "none"];
  return Math.min(LEVELS.length - 1, Math.max(0, level));
}
