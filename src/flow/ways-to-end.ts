import type { Ending, Flow } from "./flow.ts";

/**
 * How many steps it is from a mood to the nearest ending of an outcome, by the rules of the moods on the way; Infinity
 * where none leads there. Rules for every mood and limits are left out: they are as near from everywhere.
 */
export function stepsToEnd(flow: Flow, mood: string, outcome: Ending["outcome"]): number {
  const seen = new Set([mood]);
  let here = [mood];
  for (let steps = 1; here.length > 0; steps++) {
    const there = here.flatMap((name) => flow.moods[name]?.rules.flatMap(({ go }) => go ?? []) ?? []);
    if (there.some((name) => flow.endings[name]?.outcome === outcome)) return steps;
    here = [...new Set(there)].filter((name) => flow.moods[name] && !seen.has(name));
    for (const name of here) seen.add(name);
  }
  return Number.POSITIVE_INFINITY;
}
