import { read } from "../skills/read.ts";
import type { Play } from "./compile.ts";
import type { Flow, FlowTest, TestStep } from "./flow.ts";
import { moveOn, openScene, type Scene } from "./scene.ts";

/** What a sample conversation expected and did not get; `line` is the step's, and `talk` what was said there. */
export type Failure = {
  test: string;
  file: string;
  line: number;
  expected: string;
  actual: string;
  talk: string[];
};

/**
 * Plays a sample conversation of a flow and tells what did not happen as it expects; none when all did.
 * `readWords` reads the steps written in words.
 */
export function playTest(flow: Flow, test: FlowTest, readWords = read): Failure[] {
  let scene = openScene(flow, test.seed);
  const failures: Failure[] = [];
  for (const step of test.talk) {
    const { ending } = scene.play.standing;
    const before = { test: test.name, file: flow.file, line: step.line };
    if (ending) {
      const expected = "the talk goes on";
      return [...failures, { ...before, expected, actual: `it had ended: ${ending}`, talk: [] }];
    }
    scene = moveOn(flow, scene, step, readWords);
    const talk = talkOf(flow, scene, step);
    failures.push(...misses(scene.play, step).map((miss) => ({ ...before, ...miss, talk })));
  }
  const { ending } = scene.play.standing;
  if (test.ends.length === 0 || (ending && test.ends.includes(ending))) return failures;
  const last = test.talk.at(-1);
  return [
    ...failures,
    {
      test: test.name,
      file: flow.file,
      line: last?.line ?? test.line,
      expected: `ends: ${test.ends.join(" or ")}`,
      actual: ending ? `ends: ${ending}` : `it goes on, mood: ${scene.play.standing.mood}`,
      talk: last ? talkOf(flow, scene, last) : [],
    },
  ];
}

function misses({ standing }: Play, { expect }: TestStep): Pick<Failure, "expected" | "actual">[] {
  const { knows, last } = standing.talk;
  const shown = `it shows ${last.signs.join(", ") || "nothing"}`;
  const found: ([string, string] | undefined)[] = [
    expect.mood !== undefined && expect.mood !== standing.mood
      ? [`mood: ${expect.mood}`, standing.ending ? `ending: ${standing.ending}` : `mood: ${standing.mood}`]
      : undefined,
    expect.ending !== undefined && expect.ending !== standing.ending
      ? [`ending: ${expect.ending}`, `it goes on, mood: ${standing.mood}`]
      : undefined,
    ...expect.facts.map((fact): [string, string] | undefined =>
      knows.includes(fact) ? undefined : [`fact: ${fact}`, `told so far: ${knows.join(", ") || "nothing"}`],
    ),
    ...expect.shows.map((sign): [string, string] | undefined =>
      last.signs.includes(sign) ? undefined : [`shows: ${sign}`, shown],
    ),
    ...expect.not.map((sign): [string, string] | undefined =>
      last.signs.includes(sign) ? [`not: ${sign}`, shown] : undefined,
    ),
  ];
  return found.flatMap((miss) => (miss ? [{ expected: miss[0], actual: miss[1] }] : []));
}

function talkOf(flow: Flow, { play: { standing } }: Scene, step: TestStep): string[] {
  const { last } = standing.talk;
  const asks = step.asks.length > 0 ? `, asks for ${step.asks.join(", ")}` : "";
  const made = `(a message that shows ${step.show.join(", ") || "nothing"}${asks})`;
  return [
    `trainee: ${step.idle ? "(writes nothing for a while)" : (step.say ?? made)}`,
    ...(step.idle ? [] : [`shows: ${last.signs.join(", ")}`]),
    ...last.says.map((line) => `${flow.persona.name}: ${line}`),
    `answered by: ${flow.file}:${last.line}`,
  ];
}

/** A failure as a person reads it in a terminal: where it is, what was said, what was expected and what came. */
export function describeFailure({ test, file, line, expected, actual, talk }: Failure): string {
  return [
    `${test}  (${file}:${line})`,
    ...talk.map((said) => `    ${said}`),
    `  - ${expected}`,
    `  + ${actual}`,
  ].join("\n");
}
