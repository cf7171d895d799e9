import type { Amount } from "./amount.ts";
import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";
import { everyNeed } from "./rules.ts";

/** Amounts that no meter and no count of messages can ever have, and amounts that a meter always has. */
export function checkAmounts(flow: Flow, report: Report): void {
  for (const { needs, path } of everyNeed(flow))
    for (const need of needs) {
      if (need.kind !== "meter" && need.kind !== "turns") continue;
      const name = need.kind === "meter" ? need.meter : "turns";
      const [least, most] = need.kind === "meter" ? [0, 100] : [1, Number.MAX_SAFE_INTEGER];
      const impossible = whyImpossible(name, need.amount, least, most);
      if (impossible) report("error", "amount/impossible", [...path, name], ...impossible);
      else if (need.kind === "meter" && need.amount.from <= least && need.amount.to >= most)
        report(
          "warning",
          "amount/always",
          [...path, name],
          `This holds whatever ${name} is.`,
          "Take another number, or leave this need out.",
        );
    }
}

function whyImpossible(
  name: string,
  { from, to }: Amount,
  least: number,
  most: number,
): [message: string, remedy: string] | undefined {
  if (from > to && to >= 0)
    return [`Nothing is both at least ${from} and at most ${to}.`, `Write  between ${to} and ${from}`];
  if (from > most) return [`${name} is never more than ${most}.`, `Write a number up to ${most}.`];
  if (to < least) return [`${name} is never less than ${least}.`, `Write a number from ${least} on.`];
  return undefined;
}
