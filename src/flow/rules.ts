import type { Flow, Need, Rule } from "./flow.ts";
import type { Path } from "./yaml-source.ts";

/** Every rule of a flow with its path in the file and the mood it belongs to. */
export function everyRule(flow: Flow): { rule: Rule; path: Path; mood: string | undefined }[] {
  const inMoods = Object.entries(flow.moods).flatMap(([mood, { rules }]) =>
    rules.map((rule, index) => ({ rule, path: ["moods", mood, "rules", index] as Path, mood })),
  );
  const anywhere = flow.anywhere.map((rule, index) => ({
    rule,
    path: ["anywhere", index] as Path,
    mood: undefined,
  }));
  return [...inMoods, ...anywhere];
}

/** Every set of conditions in a flow, with its path in the file. */
export function everyNeed(flow: Flow): { needs: Need[]; path: Path }[] {
  return [
    ...everyRule(flow).map(({ rule, path }) => ({ needs: rule.needs, path: [...path, "need"] })),
    ...flow.limits.map((limit, index) => ({ needs: limit.needs, path: ["limits", index, "need"] })),
    ...flow.facts.map((fact) => ({ needs: fact.needs, path: ["facts", fact.id, "need"] })),
  ];
}
