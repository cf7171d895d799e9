import type { Need, Rule } from "./flow.ts";
import { implies, type Sign } from "./signs.ts";

/** Whether the first rule fits every message that the second one fits, so that the second never happens after it. */
export const covers = (first: Rule, second: Rule) =>
  first.when.every((sign) => second.when.some((other) => implies(other, sign))) &&
  first.without.every((sign) => second.without.some((other) => implies(sign, other))) &&
  first.needs.every(
    (need) =>
      alwaysHolds(need) ||
      isShown(need, second.when) ||
      second.needs.some((other) => sameOrNarrower(other, need)),
  );

/** Whether a need says nothing: `turns: at least 1` is how a rule says "whatever the message shows". */
export const alwaysHolds = (need: Need) =>
  need.kind === "turns" && need.amount.from <= 1 && need.amount.to > 100;

/** Whether a message that shows these signs meets the need by itself: what it shows has been heard. */
export const isShown = (need: Need, when: readonly Sign[]) =>
  need.kind === "heard" &&
  need.expected &&
  need.signs.every((sign) => when.some((shown) => implies(shown, sign)));

/** Whether the first need holds only where the second one does. */
export function sameOrNarrower(narrow: Need, wide: Need): boolean {
  if ("amount" in narrow && "amount" in wide)
    return (
      narrow.kind === wide.kind &&
      (narrow.kind === "turns" || wide.kind === "turns" || narrow.meter === wide.meter) &&
      narrow.amount.from >= wide.amount.from &&
      narrow.amount.to <= wide.amount.to
    );
  if ("count" in narrow && "count" in wide)
    return narrow.kind === wide.kind && narrow.sign === wide.sign && narrow.count >= wide.count;
  if (narrow.kind === "heard" && wide.kind === "heard")
    return narrow.expected === wide.expected && wide.signs.every((sign) => narrow.signs.includes(sign));
  if (narrow.kind === "knows" && wide.kind === "knows")
    return narrow.expected === wide.expected && wide.facts.every((fact) => narrow.facts.includes(fact));
  return false;
}
