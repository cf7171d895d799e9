import { within } from "./amount.ts";
import type { Report } from "./check.ts";
import { sameOrNarrower } from "./covers.ts";
import type { Flow, Need } from "./flow.ts";
import { lastTurn, tooLate } from "./last-turn.ts";

// Well beyond what people write in a practice; the flows of the project end after 15 at the latest.
const MOST_MESSAGES = 40;

/** Limits that end the talk at once, and limits that never get to. */
export function checkLimits(flow: Flow, report: Report): void {
  const last = lastTurn(flow);
  for (const [index, { needs }] of flow.limits.entries()) {
    const path = ["limits", index];
    const before = flow.limits.slice(0, index).find((other) => reachedWith(other.needs, needs));
    if (needs.length === 0)
      report(
        "error",
        "limit/no-need",
        path,
        "This limit does not say when it is reached, so it would end the talk at once.",
        "Write when under need:, such as  need: { turns: at least 14 }",
      );
    else if (before || tooLate(needs, last))
      report(
        "error",
        "limit/never-used",
        path,
        before
          ? `This limit is never reached: the one on line ${before.line} always comes first.`
          : `This limit is never reached: another one ends the talk after ${last} messages.`,
        "Move the more special limit up, or change one of them.",
      );
    else if (leastTurns(needs) > MOST_MESSAGES)
      report(
        "warning",
        "limit/far-off",
        [...path, "need", "turns"],
        `Hardly any practice goes on for ${leastTurns(needs)} messages, so this limit ends none.`,
        "Take a number that people come to, such as  at least 14",
      );
    else if (needs.every((need) => holdsFromTheStart(need, flow)))
      report(
        "warning",
        "limit/at-once",
        path,
        "This limit is reached from the start, so the first message may already end the talk.",
        "Take another number, or add  turns: at least 4  to its needs.",
      );
  }
}

const reachedWith = (wide: Need[], narrow: Need[]) =>
  wide.length > 0 && wide.every((need) => narrow.some((other) => sameOrNarrower(other, need)));

const leastTurns = (needs: readonly Need[]) =>
  Math.max(0, ...needs.map((need) => (need.kind === "turns" ? need.amount.from : 0)));

function holdsFromTheStart(need: Need, flow: Flow): boolean {
  if (need.kind === "meter") return within(flow.meters[need.meter]?.start ?? 0, need.amount);
  return need.kind === "turns" && within(1, need.amount);
}
