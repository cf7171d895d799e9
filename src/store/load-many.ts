import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { SharedParts } from "../flow/flow.ts";
import { type Loaded, loadFlow } from "../flow/load.ts";
import { type FlowFile, readFlowFolder } from "./flow-folder.ts";

/** The text of a flow, and the file in which it stands. */
export type FlowText = { file: string; source: string };

/**
 * Reads and checks many flows on all of the machine's cores, and gives what came of each in their order; `done` is
 * called after each flow.
 * @throws the signal's reason when it ends the reading before all are read.
 */
export async function loadMany(
  texts: readonly FlowText[],
  shared: readonly SharedParts[],
  { done = () => {}, signal }: { done?: () => void; signal?: AbortSignal } = {},
): Promise<Loaded[]> {
  const found: Loaded[] = [];
  const waiting = texts.map((text, place) => ({ ...text, place })).reverse();
  const helpers = Math.min(availableParallelism(), texts.length);
  await Promise.all(
    Array.from({ length: helpers }, async () => {
      const worker = new Worker(new URL("./load-worker.ts", import.meta.url), { workerData: shared });
      try {
        for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
          signal?.throwIfAborted();
          found[text.place] = await answerOf(worker, text);
          done();
        }
      } catch (error) {
        // Nobody waits for the rest any more.
        waiting.length = 0;
        throw error;
      } finally {
        await worker.terminate();
      }
    }),
  );
  return found;
}

/** Reads a folder of flows as `readFlowFolder` does, on all cores; `done` is called after each flow. */
export async function readMany(folder: string, done: () => void): Promise<FlowFile[]> {
  const texts: FlowText[] = [];
  const files = readFlowFolder(folder, (source, file) => {
    texts.push({ source, file });
    return undefined;
  });
  const shared = files.flatMap(({ parts }) => parts ?? []);
  const loaded = await loadMany(texts, shared, { done });
  const found = new Map(texts.map(({ file }, place) => [file, loaded[place]]));
  return readFlowFolder(folder, (source, file, parts) => found.get(file) ?? loadFlow(source, file, parts));
}

function answerOf(worker: Worker, { file, source }: FlowText): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`The reader of flows ended by itself (${code}).`));
    worker.once("error", reject);
    worker.once("exit", ended);
    worker.once("message", (loaded: Loaded) => {
      worker.off("error", reject);
      worker.off("exit", ended);
      resolve(loaded);
    });
    worker.postMessage({ file, source });
  });
}
