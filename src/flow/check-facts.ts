import type { Report } from "./check.ts";
import { contradiction } from "./contradiction.ts";
import type { Fact, Flow, Need } from "./flow.ts";
import { lastTurn, tooLate } from "./last-turn.ts";

/** Facts that nobody can ever get the customer to tell. */
export function checkFacts(flow: Flow, report: Report): void {
  const last = lastTurn(flow);
  const told = tellable(flow.facts);
  for (const { id, needs } of flow.facts) {
    const clash = contradiction({ when: [], without: [], needs }, undefined) ?? tooLate(needs, last);
    const waits = factsNeeded(needs).find((fact) => !told.has(fact));
    if (clash === undefined && waits === undefined) continue;
    report(
      "error",
      "fact/never-told",
      ["facts", id, "need"],
      clash
        ? `This is never told: ${clash}`
        : waits === id
          ? `This is never told: it waits until it was told itself.`
          : `This is never told: it waits for "${waits}", which is never told either.`,
      "Leave out this need, or let it ask for something else.",
    );
  }
}

const factsNeeded = (needs: readonly Need[]) =>
  needs.flatMap((need) => (need.kind === "knows" && need.expected ? need.facts : []));

// One fact opens the way to the next; those in a ring open none.
function tellable(facts: readonly Fact[]): Set<string> {
  const told = new Set(facts.filter(({ known }) => known).map(({ id }) => id));
  for (let before = -1; before < told.size; ) {
    before = told.size;
    for (const { id, needs } of facts) if (factsNeeded(needs).every((fact) => told.has(fact))) told.add(id);
  }
  return told;
}
