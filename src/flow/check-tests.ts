import type { Report } from "./check.ts";
import { clashOf } from "./contradiction.ts";
import type { Flow, FlowTest, TestStep } from "./flow.ts";
import { lastTurn } from "./last-turn.ts";
import type { Sign } from "./signs.ts";

/** Sample conversations that no talk can follow, whatever the rules say. */
export function checkTests(flow: Flow, report: Report): void {
  for (const [index, test] of flow.tests.entries())
    for (const [at, step] of test.talk.entries()) {
      const [part, why] = whyImpossible(flow, test, step, at) ?? [];
      if (part === undefined || why === undefined) continue;
      const path = ["tests", index, "talk", at, ...part];
      report("warning", "test/impossible", path, why, "Change this step, or the ones before it.");
    }
}

type Why = [part: string[], why: string];

// These come from what was said before, so no message shows them by itself.
const FROM_BEFORE: readonly Sign[] = ["asked-again", "repeated-apology", "dwelling"];

function whyImpossible(flow: Flow, test: FlowTest, step: TestStep, at: number): Why | undefined {
  const before = test.talk.slice(0, at);
  const ended = before.find(({ expect }) => expect.ending !== undefined)?.expect.ending;
  if (ended !== undefined)
    return [[], `The step above expects "${ended}", and after an ending nothing is said.`];
  const last = lastTurn(flow);
  if (!step.idle && before.filter(({ idle }) => !idle).length >= last)
    return [[], `This message comes after a limit has ended the talk: it has ${last} messages at most.`];
  return (
    whyNotShown(flow, step) ??
    whyNotExpected(step, test.ends, at === test.talk.length - 1) ??
    whyNotTold(flow, step, before)
  );
}

function whyNotShown(flow: Flow, { show, idle }: TestStep): Why | undefined {
  if (idle && !flow.idle)
    return [["idle"], "This customer never asks whether you are still there: there is no  idle:"];
  const fromBefore = show.find((sign) => FROM_BEFORE.includes(sign));
  if (fromBefore)
    return [["show"], `"${fromBefore}" follows from earlier messages and cannot be shown by itself.`];
  const clash = clashOf(show);
  return clash ? [["show"], `No message shows this: ${clash}`] : undefined;
}

function whyNotExpected({ expect }: TestStep, ends: readonly string[], isLast: boolean): Why | undefined {
  if (expect.mood !== undefined && expect.ending !== undefined)
    return [["expect"], "After a message the talk is in a mood or at an ending, never both."];
  const both = expect.shows.find((sign) => expect.not.includes(sign));
  if (both) return [["expect"], `A message cannot show "${both}" and not show it.`];
  if (isLast && expect.ending !== undefined && ends.length > 0 && !ends.includes(expect.ending))
    return [
      ["expect", "ending"],
      `This step expects "${expect.ending}", and the talk should end at "${ends.join(", ")}".`,
    ];
  return undefined;
}

// Words may ask for anything; a made-up message asks only for what it names.
function whyNotTold(flow: Flow, step: TestStep, before: readonly TestStep[]): Why | undefined {
  const steps = [...before, step];
  if (steps.some(({ say }) => say !== undefined)) return undefined;
  const asked = [
    ...flow.facts.filter(({ known }) => known).map(({ id }) => id),
    ...steps.flatMap(({ asks }) => asks),
  ];
  const untold = step.expect.facts.find((fact) => !asked.includes(fact));
  return untold ? [["expect", "fact"], `No message up to here asks for "${untold}".`] : undefined;
}
