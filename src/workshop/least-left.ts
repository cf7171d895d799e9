import type { Standing } from "../flow/compile.ts";
import type { Flow } from "../flow/flow.ts";

/** The fewest messages that a talk which stands here can still take to an ending; infinite when there is no way. */
export type LeastLeft = (standing: Standing) => number;

/** Counts the ways from mood to mood as they are written, whatever they need, so the count is never too high. */
export function leastLeft(flow: Flow, ending: string): LeastLeft {
  const steps = new Map<string, number>([[ending, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [mood, { rules }] of Object.entries(flow.moods)) {
      const ways = [...rules, ...flow.anywhere].map(({ go }) => 1 + (steps.get(go ?? mood) ?? Infinity));
      const least = Math.min(...ways);
      if (least >= (steps.get(mood) ?? Infinity)) continue;
      steps.set(mood, least);
      changed = true;
    }
  }
  const limits = flow.limits
    .filter(({ go }) => go === ending)
    .map(({ needs }) => Math.max(0, ...needs.map((need) => (need.kind === "turns" ? need.amount.from : 0))));
  return ({ mood, talk }) =>
    Math.min(steps.get(mood) ?? Infinity, ...limits.map((turns) => Math.max(1, turns - talk.turns)));
}
