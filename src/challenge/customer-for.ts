import type { Flow, SkillName } from "../flow/flow.ts";
import { inOrder } from "../session/effort.ts";

/** The flow that calls for a skill in the most of its moods, none that is heavy; of several the easiest. */
export function customerFor(skill: SkillName, flows: readonly Flow[]): Flow | undefined {
  return inOrder(flows)
    .filter(({ care }) => !care.heavy)
    .map((flow) => ({ flow, part: partCallingFor(flow, skill) }))
    .filter(({ part }) => part > 0)
    .sort((a, b) => b.part - a.part)[0]?.flow;
}

function partCallingFor({ moods }: Flow, skill: SkillName): number {
  const all = Object.values(moods);
  return all.filter(({ callsFor }) => callsFor.includes(skill)).length / all.length;
}
