import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Loaded, loadFlow } from "../flow/load.ts";
import { type FlowFile, readFlowFolder } from "../store/flow-folder.ts";
import { yamlFiles } from "../store/yaml-files.ts";

/**
 * Reads a folder of flows as `readFlowFolder` does, on all of the machine's cores; `done` is called after
 * each flow.
 */
export async function readMany(folder: string, done: () => void): Promise<FlowFile[]> {
  const files = yamlFiles(folder);
  const waiting = files.toReversed();
  const found = new Map<string, Loaded>();
  const helpers = Math.min(availableParallelism(), files.length);
  await Promise.all(
    Array.from({ length: helpers }, async () => {
      const worker = new Worker(new URL("./check-worker.ts", import.meta.url));
      for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
        found.set(file, await answerOf(worker, file));
        done();
      }
      await worker.terminate();
    }),
  );
  return readFlowFolder(folder, (source, file, shared) => found.get(file) ?? loadFlow(source, file, shared));
}

function answerOf(worker: Worker, file: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (loaded: Loaded) => {
      worker.off("error", reject);
      resolve(loaded);
    });
    worker.postMessage(file);
  });
}
