import { watchFlows } from "../../store/watch-flows.ts";

/** A folder that is watched for pages which wait: how often its files have changed, and when they do again. */
export type WatchedFolder = {
  /** Waits until there were more changes than `since`, but not for ever; gives how many there were. */
  changesAfter(since: number): Promise<number>;
  close(): Promise<void>;
};

// A page that is told that nothing has changed asks again.
const PATIENCE_MS = 25_000;

/** Watches a folder of flows; `failed` hears why it can't be watched any more. */
export function watchFolder(folder: string, failed: (error: unknown) => void): WatchedFolder {
  let changes = 0;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const go of waiting) go();
  };
  const changed = () => {
    changes += 1;
    wake();
  };
  // What was saved before the watch had begun is seen then.
  const end = watchFlows(folder, changed, { ready: changed, failed });
  return {
    changesAfter: async (since) => {
      if (changes === since) await untilWoken(waiting);
      return changes;
    },
    close: async () => {
      wake();
      await end();
    },
  };
}

const untilWoken = (waiting: Set<() => void>) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      resolve();
    };
    const timer = setTimeout(go, PATIENCE_MS);
    waiting.add(go);
  });
