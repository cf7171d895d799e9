import { parentPort, workerData } from "node:worker_threads";
import type { SharedParts } from "../flow/flow.ts";
import { loadFlow } from "../flow/load.ts";
import type { FlowText } from "./load-many.ts";

// Reads and checks the flows it is told, one after the other, beside the other workers.
const shared: readonly SharedParts[] = workerData;
parentPort?.on("message", ({ source, file }: FlowText) => {
  parentPort?.postMessage(loadFlow(source, file, shared));
});
