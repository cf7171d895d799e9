import type { Flow, Rule } from "../flow/flow.ts";

/** One of a flow's rules or limits in words by which it is found again, and the line it stands on. */
export type RuleName = { name: string; line: number };

/** All rules and limits of a flow; those that read alike are told apart by a number. */
export function ruleNames({ moods, anywhere, limits }: Flow): RuleName[] {
  const all = [
    ...Object.entries(moods).flatMap(([mood, { rules }]) => rules.map((rule) => named(`in ${mood}`, rule))),
    ...anywhere.map((rule) => named("anywhere", rule)),
    ...limits.map(({ line, go }) => ({ line, name: `a limit, to ${go}` })),
  ];
  return all.map(({ name, line }, index) => {
    const before = all.slice(0, index).filter((one) => one.name === name).length;
    return { line, name: before === 0 ? name : `${name} (number ${before + 1} of these)` };
  });
}

function named(where: string, { line, when, without, go }: Rule): RuleName {
  const parts = [
    where,
    ...(when.length > 0 ? [`when ${when.join(" and ")}`] : []),
    ...(without.length > 0 ? [`without ${without.join(" and ")}`] : []),
    ...(go === undefined ? [] : [`to ${go}`]),
  ];
  return { line, name: parts.join(", ") };
}
