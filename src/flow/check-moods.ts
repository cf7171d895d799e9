import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";

const MINUTE = 60_000;
const HALF_A_MINUTE = 30_000;

/** Moods in which a trainee has nothing to go by, and times at which nobody would answer. */
export function checkMoods(flow: Flow, report: Report): void {
  for (const [name, { callsFor, hints }] of Object.entries(flow.moods)) {
    if (callsFor.length === 0)
      report(
        "hint",
        "mood/calls-for-nothing",
        ["moods", name, "calls-for"],
        `In "${name}" no skill is said to help.`,
        "Name what helps most here, such as  [validation]",
      );
    if (hints.length === 0)
      report(
        "hint",
        "hint/missing",
        ["moods", name],
        `"${name}" has no hint of its own, so a trainee who asks for one gets a general one.`,
        "Add  hint:  with a question first, then a direction, then almost the words.",
        "key",
      );
  }
  if (flow.quietMs > MINUTE)
    report(
      "warning",
      "time/unusual",
      ["quiet"],
      "The customer would wait for more than a minute before answering.",
      "Write  2 seconds",
    );
  if (flow.idle && flow.idle.afterMs < HALF_A_MINUTE)
    report(
      "warning",
      "time/unusual",
      ["idle", "after"],
      "The customer would ask whether you are still there before you have written anything.",
      "Write  4 minutes",
    );
}
