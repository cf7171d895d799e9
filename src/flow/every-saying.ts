import type { Flow, Line } from "./flow.ts";
import { everyRule } from "./rules.ts";
import type { Path } from "./yaml-source.ts";

/** Every pool of lines the persona speaks from, with its path in the file. */
export function everySaying(flow: Flow): { lines: Line[]; path: Path }[] {
  return [
    { lines: flow.opens, path: ["opens"] },
    ...flow.facts.map((fact) => ({ lines: fact.reveals, path: ["facts", fact.id, "reveals"] })),
    ...flow.facts.map((fact) => ({ lines: fact.refuses, path: ["facts", fact.id, "refuses"] })),
    { lines: flow.unknown, path: ["unknown"] },
    ...Object.entries(flow.moods).map(([name, mood]) => ({
      lines: mood.says,
      path: ["moods", name, "says"],
    })),
    ...everyRule(flow).map(({ rule, path }) => ({ lines: rule.says, path: [...path, "says"] })),
    ...(flow.story ? [{ lines: flow.story.tells.map((say) => ({ say })), path: ["story", "tells"] }] : []),
    ...(flow.idle ? [{ lines: flow.idle.says, path: ["idle", "says"] }] : []),
    ...Object.entries(flow.endings).map(([name, ending]) => ({
      lines: ending.says,
      path: ["endings", name, "says"],
    })),
  ];
}
