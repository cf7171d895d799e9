import type { Need, Rule } from "./flow.ts";
import { implies, type Sign } from "./signs.ts";

// A message shows at most one of each pair.
const EITHER: readonly (readonly [Sign, Sign])[] = [
  ["generic-validation", "specific-validation"],
  ["routine-question", "exploring-question"],
  ["generic-de-escalation", "concrete-de-escalation"],
];

// What makes a kind message more than dwelling: it moves something on.
const MOVING: readonly Sign[] = ["solution", "exploring-question", "concrete-de-escalation", "repair"];

/** Why no message shows all of these at once; nothing where one can. */
export function clashOf(signs: readonly Sign[]): string | undefined {
  if (signs.includes("nothing") && signs.length > 1)
    return `a message that shows "nothing" shows nothing else.`;
  const pair = EITHER.find((pair) => pair.every((sign) => signs.includes(sign)));
  if (pair) return `a message shows either "${pair[0]}" or "${pair[1]}".`;
  const moving =
    signs.includes("dwelling") && signs.find((sign) => MOVING.some((wide) => implies(sign, wide)));
  return moving
    ? `"dwelling" is only shown when nothing is moved on, and "${moving}" moves it on.`
    : undefined;
}

/** Why a rule in a mood that calls for these skills can never fit; nothing where it can. */
export function contradiction(
  { when, without, needs }: Pick<Rule, "when" | "without" | "needs">,
  callsFor: readonly string[] | undefined,
): string | undefined {
  const heard = (expected: boolean) =>
    needs.flatMap((need) => (need.kind === "heard" && need.expected === expected ? need.signs : []));
  const asked = [...when, ...heard(true)];
  for (const sign of [...without, ...heard(false)]) {
    const shown = (without.includes(sign) ? when : asked).find((other) => implies(other, sign));
    if (shown) return `it asks for "${shown}" and rules out "${sign}".`;
  }
  const facts = factsIn(needs, true);
  const both = factsIn(needs, false).find((fact) => facts.includes(fact));
  if (both) return `it wants "${both}" to be told and not to be told.`;
  const clash = clashOf(when);
  if (clash) return clash;
  if (!when.includes("premature-solution")) return undefined;
  const validated = asked.find((sign) => implies(sign, "validation"));
  if (validated) return `"premature-solution" is only shown before there was any "${validated}".`;
  if (callsFor && !callsFor.includes("validation"))
    return `"premature-solution" is only shown in a mood with  calls-for: [validation].`;
  return undefined;
}

const factsIn = (needs: readonly Need[], expected: boolean) =>
  needs.flatMap((need) => (need.kind === "knows" && need.expected === expected ? need.facts : []));
