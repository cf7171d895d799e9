import type { Flow } from "../flow/flow.ts";
import { moveOn, openScene } from "../flow/scene.ts";

/** A line of a flow's own sample conversations, and where it is said: in which mood, after which facts were told. */
export type SampleLine = { say: string; mood: string; knows: readonly string[] };

const known = new WeakMap<Flow, SampleLine[]>();

/** The lines in words of a flow's sample conversations, good ones and others, as they stand in its file. */
export function sampleLines(flow: Flow): SampleLine[] {
  const lines = known.get(flow) ?? collect(flow);
  known.set(flow, lines);
  return lines;
}

function collect(flow: Flow): SampleLine[] {
  return flow.tests.flatMap((test) => {
    let scene = openScene(flow, test.seed);
    const lines: SampleLine[] = [];
    for (const step of test.talk) {
      const { mood, ending, talk } = scene.play.standing;
      if (ending) break;
      if (step.say !== undefined) lines.push({ say: step.say, mood, knows: talk.knows });
      scene = moveOn(flow, scene, step);
    }
    return lines;
  });
}
