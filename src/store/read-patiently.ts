import type { SharedParts } from "../flow/flow.ts";
import { type Loaded, loadFlow } from "../flow/load.ts";
import type { Reading } from "./checked-flows.ts";
import { type FlowFile, type Load, readFlowFolder } from "./flow-folder.ts";
import { type FlowText, loadMany } from "./load-many.ts";

// Checking a flow takes some 25 ms in which nobody is answered, so this many are read at once, and more of them beside.
const AT_ONCE = 40;

/** Reads a folder in which there may be hundreds of flows, and keeps nobody waiting for it. */
export type PatientReader = {
  /** What is remembered and what can be read at once, without the paths where flows wait; `waiting` are their files. */
  readSome(): { files: FlowFile[]; waiting: ReadonlySet<string> };
  /**
   * Every file. Many flows that have changed are read beside what else goes on.
   * @throws the signal's reason when it ends the reading.
   */
  readAll(signal: AbortSignal): Promise<FlowFile[]>;
};

/** Reads a folder of flows, each text once; `reading` may remember texts from an earlier start. */
export function readPatiently(folder: string, reading: Reading = (work, anew) => work(anew)): PatientReader {
  const memory: Memory = new Map();
  const readWith = (anew: Load) => reading((load) => readFlowFolder(folder, remembering(memory, load)), anew);
  const readThese = (most: number) => {
    const waiting: FlowText[] = [];
    let left = most;
    const files = readWith((source, file, shared) => {
      if (left-- > 0) return loadFlow(source, file, shared);
      waiting.push({ file, source });
      return undefined;
    });
    return { files, waiting };
  };
  return {
    readSome: () => {
      const { files, waiting } = readThese(AT_ONCE);
      // A path cannot be judged before its flows have been read.
      const known = waiting.length > 0 ? files.filter(({ kind }) => kind !== "path") : files;
      const paths = files.filter((read) => !known.includes(read)).map(({ file }) => file);
      return { files: known, waiting: new Set([...waiting.map(({ file }) => file), ...paths]) };
    },
    readAll: async (signal) => {
      const { files, waiting } = readThese(AT_ONCE);
      if (waiting.length === 0) return files;
      const shared = files.flatMap(({ parts }) => parts ?? []);
      const loaded = await loadMany(waiting, shared, { signal });
      const ahead = new Map(
        waiting.map(({ file, source }, place) => [keyOf(source, file, shared), loaded[place]]),
      );
      return readWith((...text) => ahead.get(keyOf(...text)) ?? loadFlow(...text));
    },
  };
}

/** What came of reading each file last, and what was read: its text, and those of the shared parts. */
type Memory = Map<string, { key: string; loaded: Loaded }>;

function remembering(memory: Memory, load: Load): Load {
  return (source, file, shared = []) => {
    const key = keyOf(source, file, shared);
    const known = memory.get(file);
    if (known?.key === key) return known.loaded;
    const loaded = load(source, file, shared);
    if (loaded) memory.set(file, { key, loaded });
    return loaded;
  };
}

const keyOf = (source: string, file: string, shared: readonly SharedParts[] = []) =>
  JSON.stringify([file, source, ...shared.map((parts) => parts.source)]);
