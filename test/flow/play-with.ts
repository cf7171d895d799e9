import { readFileSync } from "node:fs";
import { type Play, play } from "../../src/flow/compile.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { readingOf, type Sign } from "../../src/flow/signs.ts";

/** A flow of the tests or of the `flows` folder that has to load. */
export function flowFrom(path: string): Flow {
  const { flow, problems } = loadFlow(readFileSync(new URL(path, import.meta.url), "utf8"), path);
  if (!flow) throw new Error(problems.map(({ message }) => message).join("\n"));
  return flow;
}

/** What happens in a talk: signs that a message shows, `asks:` with a fact, or `idle` and `soften`. */
export type Step = "idle" | "soften" | (Sign | `asks:${string}`)[];

/** The talk after these steps, one message each. */
export function after(
  flow: Flow,
  steps: readonly Step[],
  seed = 1,
  from: Play = play(flow, seed, "Sam"),
): Play {
  return steps.reduce((talk: Play, step) => {
    if (step === "idle" || step === "soften") return talk.after({ type: step });
    const asks = step.flatMap((part) => (part.startsWith("asks:") ? part.slice(5) : []));
    const signs = step.filter((part): part is Sign => !part.startsWith("asks:"));
    return talk.after({ type: "reply", reading: readingOf(signs, asks) });
  }, from);
}

/** What the persona said last. */
export const says = (talk: Play) => talk.standing.talk.last.says;
