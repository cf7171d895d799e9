import { fileURLToPath } from "node:url";
import { type Story, storyOf } from "../../src/challenge/story.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { readFlowFile } from "../../src/store/flow-folder.ts";

/** A flow of the project. */
export function flowNamed(name: string): Flow {
  const { flow } = readFlowFile(fileURLToPath(new URL(`../../flows/${name}.yml`, import.meta.url)));
  if (!flow) throw new Error(`${name} can't be played.`);
  return flow;
}

/** The story of the listening game that comes with the project. */
export const BEV: Story = storyOf(flowNamed("say-it-back"), 1);

/** An answer that says back a fact and a feeling in one line. */
export const GOOD_ANSWER =
  "You learned one song for two years in secret so you could thank Marvin. Then your hands froze on the second page and you were ashamed in front of everybody. He hummed to help, and you hid among the napkins.";
