import { join } from "node:path";
import type { Flow } from "../src/flow/flow.ts";
import { readFlowFolder } from "../src/store/flow-folder.ts";

/** Every flow that ships with the project. */
export const projectFlows: Flow[] = readFlowFolder(join(import.meta.dirname, "..", "flows")).flatMap(
  ({ flow }) => flow ?? [],
);

/** One of them by its id. */
export function projectFlow(id: string): Flow {
  const flow = projectFlows.find((one) => one.id === id);
  if (!flow) throw new Error(`The project has no flow ${id}.`);
  return flow;
}
