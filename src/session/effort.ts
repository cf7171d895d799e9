import type { Flow } from "../flow/flow.ts";

/** How hard and how long a flow is, in words. */
export const effort = (flow: Flow): string =>
  `${flow.level[0]?.toUpperCase()}${flow.level.slice(1)}, about ${flow.minutes} minutes${flow.care.heavy ? ", heavy" : ""}`;

/** The flows one can practise with, easiest first. */
export function inOrder(flows: readonly Flow[]): Flow[] {
  const levels = ["easy", "medium", "hard"];
  return [...flows].sort(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.title.localeCompare(b.title),
  );
}
