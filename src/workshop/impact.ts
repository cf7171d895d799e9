import type { Appeal } from "../feedback/appeal.ts";
import { titleOf } from "../feedback/appealable.ts";
import { type Appealed, appealedLines, flowTest } from "../feedback/appealed-lines.ts";
import { shortened } from "../feedback/shortened.ts";
import type { Flow, FlowTest } from "../flow/flow.ts";
import { playTest } from "../flow/play-tests.ts";

/** What publishing a flow would change of what was tried or said before; each a sentence for a trainer. */
export type Impact = {
  /** Tests of this text that do not go as written. */
  failing: string[];
  /** Tests of the flow that is played now, which would go another way than there. */
  tests: string[];
  /** Lines that somebody saw differently, which would be read another way than now. */
  appeals: string[];
  /** How many such lines were tried. */
  appealsTried: number;
};

// The newest ones; more would keep a trainer waiting for an answer that nobody reads to its end.
const MOST_APPEALS = 60;

/** Plays the tests of both texts and the lines that trainees saw differently, in the flow of now and in this one. */
export function impactOf(now: Flow | undefined, next: Flow, appeals: readonly Appeal[]): Impact {
  const failing = next.tests.flatMap((test) => tellFailure(next, test));
  if (!now || now.hash === next.hash) return { failing, tests: [], appeals: [], appealsTried: 0 };
  const known = new Set(next.tests.map(essence));
  const others = now.tests.filter((test) => !known.has(essence(test)));
  const lines = appealedLines(appeals)
    .filter(({ line }) => line.flow === now.id)
    .slice(-MOST_APPEALS);
  return {
    failing,
    tests: others.flatMap((test) => tellTest(now, next, test)),
    appeals: lines.flatMap((line) => tellAppeal(now, next, line)),
    appealsTried: lines.length,
  };
}

const essence = (test: FlowTest) =>
  JSON.stringify(test, (key, held: unknown) => (key === "line" ? undefined : held));

function tellFailure(flow: Flow, test: FlowTest): string[] {
  const [first] = playTest(flow, test);
  return first ? [`“${shortened(test.name)}” (line ${first.line}): ${first.actual}.`] : [];
}

function tellTest(now: Flow, next: Flow, test: FlowTest): string[] {
  const held = playTest(now, test).length === 0;
  const [first] = playTest(next, test);
  if (held === !first) return [];
  return [
    first
      ? `“${shortened(test.name)}” went as written and no longer does: ${first.actual}.`
      : `“${shortened(test.name)}” did not go as written and now does.`,
  ];
}

type Result = "as they see it" | "differently from them" | "not at all, as the talk ends before it";

function tellAppeal(now: Flow, next: Flow, appealed: Appealed): string[] {
  const test = flowTest(appealed);
  if (!test) return [];
  const [before, after] = [resultOf(now, test), resultOf(next, test)];
  if (before === after) return [];
  const about = appealed.opinions.map((opinion) => titleOf(opinion.about)).join(", ");
  return [
    `“${shortened(appealed.line.reply, 90)}” (${about}) was read ${before}, and would be read ${after}.`,
  ];
}

function resultOf(flow: Flow, test: FlowTest): Result {
  const failures = playTest(flow, test);
  if (failures.length === 0) return "as they see it";
  return failures.some(({ expected }) => expected === "the talk goes on")
    ? "not at all, as the talk ends before it"
    : "differently from them";
}
