import type { FlowTest, TestStep } from "./flow.ts";
import type { FlowFile } from "./shape.ts";
import type { Path } from "./yaml-source.ts";

type TestFile = FlowFile["tests"][number];

/** A sample conversation as it is played, with the lines on which it and its steps stand. */
export const toTest = (test: TestFile, path: Path, lineOf: (path: Path) => number): FlowTest => ({
  name: test.name,
  line: lineOf(path),
  seed: test.seed ?? 1,
  ends: test.ends ?? [],
  talk: test.talk.map((step, index) => toStep(step, lineOf([...path, "talk", index]))),
});

const toStep = (step: TestFile["talk"][number], line: number): TestStep => ({
  line,
  show: step.show ?? [],
  asks: step.asks ?? [],
  say: step.say,
  idle: step.idle ?? false,
  expect: {
    mood: step.expect?.mood,
    ending: step.expect?.ending,
    facts: step.expect?.fact ?? [],
    shows: step.expect?.shows ?? [],
    not: step.expect?.not ?? [],
  },
});
