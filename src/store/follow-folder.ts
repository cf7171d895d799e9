import type { Flow, SharedParts } from "../flow/flow.ts";
import { type Loaded, loadFlow } from "../flow/load.ts";
import type { LearningPath } from "../flow/path.ts";
import { isSound } from "../flow/problem.ts";
import type { Reading } from "./checked-flows.ts";
import { type FlowFile, readFlowFolder } from "./flow-folder.ts";
import { watchFlows } from "./watch-flows.ts";

/** A file that was saved and can't be played; `plays` when the flow that it held before still does. */
export type Broken = FlowFile & { plays: boolean };

/** What a save brought: the files whose flows are played from now on, those left as they were, and those that are gone. */
export type Saved = { live: FlowFile[]; broken: Broken[]; gone: string[] };

/** The folder as it is played: what was read last, and what stands in for files that can't be played any more. */
type Played = { files: FlowFile[]; flows: Map<string, Flow>; paths: Map<string, LearningPath> };

/** A folder of flows that is followed as its files are saved. */
export type FollowedFolder = {
  /** Every file as it was read last. */
  files(): readonly FlowFile[];
  /** What is played: the flows that pass, and of files that don't any more the flow from before. */
  flows(): readonly Flow[];
  /** What is walked, in the same way. */
  paths(): readonly LearningPath[];
  shared(): readonly SharedParts[];
  /** Begins to watch, and gives what ends it; `failed` hears what went wrong, and everything stays as it was. */
  follow(saved: (what: Saved) => void, failed: (error: unknown) => void): () => Promise<void>;
};

/**
 * Reads a folder of flows, and reads it again when files in it are saved; `reading` may remember what it has read.
 * @throws {NoFlowFolder} when the folder is not there at first.
 */
export function followFolder(folder: string, reading: Reading = (work) => work(loadFlow)): FollowedFolder {
  const memory: Memory = new Map();
  const read = () => reading((load) => readFlowFolder(folder, remembering(memory, load)));
  let played: Played = playing(undefined, read());
  const readAgain = (): Saved => {
    const next = playing(played, read());
    const what = whatChanged(played, next);
    played = next;
    return what;
  };
  return {
    files: () => played.files,
    flows: () => [...played.flows.values()],
    paths: () => [...played.paths.values()],
    shared: () => played.files.flatMap(({ parts }) => parts ?? []),
    follow: (saved, failed) => {
      const look = () => {
        try {
          const what = readAgain();
          if (Object.values(what).some((files) => files.length > 0)) saved(what);
        } catch (error) {
          // A folder that is moved away, for a moment or for good, takes no customer from anybody.
          failed(error);
        }
      };
      // What was saved between the first reading and the beginning of the watch is seen then.
      return watchFlows(folder, look, { ready: look, failed });
    },
  };
}

// Checking a flow takes a while in which nobody is answered, so only what has changed is checked again.
function remembering(memory: Memory, load: typeof loadFlow): typeof loadFlow {
  return (source, file, shared = []) => {
    const texts = JSON.stringify([source, ...shared.map((parts) => parts.source)]);
    const known = memory.get(file);
    if (known?.texts === texts) return known.loaded;
    const loaded = load(source, file, shared);
    memory.set(file, { texts, loaded });
    return loaded;
  };
}

/** What came of reading each file last. */
type Memory = Map<string, { texts: string; loaded: Loaded }>;

const playing = (before: Played | undefined, files: FlowFile[]): Played => ({
  files,
  flows: passingOrKept(before?.flows, files, ({ flow }) => flow),
  paths: passingOrKept(before?.paths, files, ({ path }) => path),
});

function passingOrKept<One extends { id: string }>(
  before: ReadonlyMap<string, One> | undefined,
  files: readonly FlowFile[],
  oneOf: (read: FlowFile) => One | undefined,
): Map<string, One> {
  const passing = files.flatMap((read) => {
    const one = oneOf(read);
    return one ? [[read.file, one] as const] : [];
  });
  const names = new Set(passing.map(([, { id }]) => id));
  const kept = files.flatMap((read) => {
    const last = oneOf(read) ? undefined : before?.get(read.file);
    // Another file may have taken its name since.
    return last && !names.has(last.id) ? [[read.file, last] as const] : [];
  });
  return new Map([...passing, ...kept]);
}

function whatChanged(before: Played, now: Played): Saved {
  const old = new Map(before.files.map((read) => [read.file, read]));
  const saved = now.files.filter(
    (read) => read.source !== old.get(read.file)?.source || failed(read) !== failed(old.get(read.file)),
  );
  const live = now.files.filter(({ file, flow, path, source }) =>
    flow ? flow.hash !== before.flows.get(file)?.hash : path && source !== old.get(file)?.source,
  );
  const broken = saved
    .filter((read) => failed(read))
    .map((read) => ({ ...read, plays: now.flows.has(read.file) || now.paths.has(read.file) }));
  const there = new Set(now.files.map(({ file }) => file));
  return { live, broken, gone: before.files.map(({ file }) => file).filter((file) => !there.has(file)) };
}

const failed = (read: FlowFile | undefined) => read !== undefined && !isSound(read.problems);
