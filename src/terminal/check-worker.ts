import { parentPort } from "node:worker_threads";
import { readFlowFile } from "../store/flow-folder.ts";

// Reads and checks the files it is told, one after the other, beside the other workers.
parentPort?.on("message", (file: string) => {
  const { flow, problems } = readFlowFile(file);
  parentPort?.postMessage({ flow, problems });
});
