import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { MINIMAL } from "../flow/minimal.ts";

/** The smallest flow with these parts of it written in another way; it has to load. */
export function flowWith(...changes: readonly (readonly [written: string, instead: string])[]): Flow {
  const source = changes.reduce((so, [written, instead]) => {
    if (!so.includes(written)) throw new Error(`The smallest flow does not hold: ${written}`);
    return so.replace(written, () => instead);
  }, MINIMAL);
  const { flow, problems } = loadFlow(source, "flow.yml");
  if (!flow) throw new Error(problems.map(({ message }) => message).join("\n"));
  return flow;
}
