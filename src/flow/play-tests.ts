import { read } from "../skills/read.ts";
import type { Flow, FlowTest, TestStep } from "./flow.ts";
import { moveOn, openScene, type Scene } from "./scene.ts";

/** One message of a sample conversation as it went; `line` is its step's, and `by` that of what answered it. */
export type Turn = {
  line: number;
  said: string;
  shows: readonly string[];
  says: readonly string[];
  by: number;
};

/** What a sample conversation expected and did not get; `line` is the step's, and `turns` all that went before. */
export type Failure = {
  test: string;
  file: string;
  line: number;
  expected: string;
  actual: string;
  /** What the persona said first. */
  opens: readonly string[];
  /** The messages up to this one, which is the last of them unless the talk was over before it. */
  turns: readonly Turn[];
};

/**
 * Plays a sample conversation of a flow and tells what did not happen as it expects; none when all did.
 * `readWords` reads the steps written in words.
 */
export function playTest(flow: Flow, test: FlowTest, readWords = read): Failure[] {
  let scene = openScene(flow, test.seed);
  const opens = scene.said;
  const turns: Turn[] = [];
  const failures: Failure[] = [];
  const fail = (line: number, [expected, actual]: Miss) => {
    failures.push({ test: test.name, file: flow.file, line, expected, actual, opens, turns: [...turns] });
  };
  for (const step of test.talk) {
    const { ending } = scene.play.standing;
    if (ending) {
      fail(step.line, ["the talk goes on", `ending: ${ending}`]);
      return failures;
    }
    scene = moveOn(flow, scene, step, readWords);
    turns.push(turnOf(scene, step));
    for (const miss of misses(scene, step)) fail(step.line, miss);
  }
  const { ending } = scene.play.standing;
  if (test.ends.length > 0 && !(ending && test.ends.includes(ending)))
    fail(test.talk.at(-1)?.line ?? test.line, [`ends: ${test.ends.join(" or ")}`, standOf(scene)]);
  return failures;
}

type Miss = [expected: string, actual: string];

const standOf = ({ play: { standing } }: Scene) =>
  standing.ending ? `ending: ${standing.ending}` : `mood: ${standing.mood}`;

function misses(scene: Scene, { expect }: TestStep): Miss[] {
  const { standing } = scene.play;
  const { knows, last } = standing.talk;
  const shown = `shows: ${last.signs.join(", ") || "nothing"}`;
  const found: (Miss | undefined)[] = [
    expect.mood !== undefined && expect.mood !== standing.mood
      ? [`mood: ${expect.mood}`, standOf(scene)]
      : undefined,
    expect.ending !== undefined && expect.ending !== standing.ending
      ? [`ending: ${expect.ending}`, standOf(scene)]
      : undefined,
    ...expect.facts.map((fact): Miss | undefined =>
      knows.includes(fact) ? undefined : [`fact: ${fact}`, `told so far: ${knows.join(", ") || "nothing"}`],
    ),
    ...expect.shows.map((sign): Miss | undefined =>
      last.signs.includes(sign) ? undefined : [`shows: ${sign}`, shown],
    ),
    ...expect.not.map((sign): Miss | undefined =>
      last.signs.includes(sign) ? [`not: ${sign}`, shown] : undefined,
    ),
  ];
  return found.filter((miss) => miss !== undefined);
}

function turnOf({ play: { standing } }: Scene, step: TestStep): Turn {
  const { last } = standing.talk;
  const asks = step.asks.length > 0 ? `, asks for ${step.asks.join(", ")}` : "";
  const made = `(a message that shows ${step.show.join(", ") || "nothing"}${asks})`;
  return {
    line: step.line,
    said: step.idle ? "(writes nothing for a while)" : (step.say ?? made),
    shows: step.idle ? [] : last.signs,
    says: last.says,
    by: last.line,
  };
}
