import { basename } from "node:path";
import { watch } from "chokidar";
import { isAlmostFlowName } from "./stray-files.ts";
import { isFlowName } from "./yaml-files.ts";

const SETTLED_MS = 120;

const isWatched = (name: string) => isFlowName(name) || isAlmostFlowName(name);

/**
 * Calls back when flow files of a folder were saved, added or removed, once for what was saved together.
 * Gives what ends the watching. `ready` is called when it has begun: what was saved before that is not told of.
 * `failed` hears why a folder can't be watched any more. With `isDeep: false` the folders in it are left alone.
 */
export function watchFlows(
  folder: string,
  changed: (files: string[]) => void,
  {
    ready = () => {},
    failed = () => {},
    isDeep = true,
  }: { ready?: () => void; failed?: (error: unknown) => void; isDeep?: boolean } = {},
): () => Promise<void> {
  const files = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignored: (path, stats) => stats?.isFile() === true && !isWatched(basename(path)),
    ignoreInitial: true,
    ...(isDeep ? {} : { depth: 0 }),
    // An editor may write a file in pieces; half a flow is no flow.
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: SETTLED_MS / 4 },
  });
  watcher.on("error", failed);
  watcher.on("ready", ready);
  watcher.on("all", (event, path) => {
    if (event !== "add" && event !== "change" && event !== "unlink") return;
    files.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const saved = [...files].sort();
      files.clear();
      changed(saved);
    }, SETTLED_MS);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
