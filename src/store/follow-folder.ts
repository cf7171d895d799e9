import type { Flow, SharedParts } from "../flow/flow.ts";
import type { LearningPath } from "../flow/path.ts";
import { isSound } from "../flow/problem.ts";
import type { Reading } from "./checked-flows.ts";
import type { FlowFile } from "./flow-folder.ts";
import { readPatiently } from "./read-patiently.ts";
import { watchFlows } from "./watch-flows.ts";

/** A file that was saved and can't be played; `plays` when the flow that it held before still does. */
export type Broken = FlowFile & { plays: boolean };

/**
 * What a save brought: the files whose flows are played from now on, those left as they were, those that had problems
 * and have none any more, and those that are gone. `late` are the files of a large folder that were there from the
 * beginning, and have been read only now.
 */
export type Saved = {
  live: FlowFile[];
  broken: Broken[];
  mended: FlowFile[];
  gone: string[];
  late: FlowFile[];
};

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
 * Of a large folder that has never been read, part is read at first and the rest after `follow`.
 * @throws {NoFlowFolder} when the folder is not there at first.
 */
export function followFolder(folder: string, reading?: Reading): FollowedFolder {
  const reader = readPatiently(folder, reading);
  let { files, waiting } = reader.readSome();
  let played: Played = playing(undefined, files);
  const readAgain = async (signal: AbortSignal): Promise<Saved> => {
    files = await reader.readAll(signal);
    const next = playing(played, files);
    const what = whatChanged(played, next, waiting);
    played = next;
    waiting = new Set();
    return what;
  };
  return {
    files: () => played.files,
    flows: () => [...played.flows.values()],
    paths: () => [...played.paths.values()],
    shared: () => played.files.flatMap(({ parts }) => parts ?? []),
    follow: (saved, failed) => {
      const ending = new AbortController();
      const look = async () => {
        try {
          const what = await readAgain(ending.signal);
          if (Object.values(what).some((files) => files.length > 0)) saved(what);
        } catch (error) {
          // A folder that is moved away, for a moment or for good, takes no customer from anybody.
          if (!ending.signal.aborted) failed(error);
        }
      };
      let looking = Promise.resolve();
      const lookNext = () => {
        looking = looking.then(look);
      };
      // What was saved between the first reading and the beginning of the watch is seen then.
      const endWatching = watchFlows(folder, lookNext, { ready: lookNext, failed });
      return async () => {
        ending.abort();
        await endWatching();
        await looking;
      };
    },
  };
}

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

function whatChanged(before: Played, now: Played, waited: ReadonlySet<string>): Saved {
  const old = new Map(before.files.map((read) => [read.file, read]));
  const isLate = ({ file }: FlowFile) => waited.has(file);
  const seen = now.files.filter((read) => !isLate(read));
  const saved = seen.filter(
    (read) => read.source !== old.get(read.file)?.source || failed(read) !== failed(old.get(read.file)),
  );
  const live = seen.filter(({ file, flow, path, source }) =>
    flow ? flow.hash !== before.flows.get(file)?.hash : path && source !== old.get(file)?.source,
  );
  const broken = saved
    .filter((read) => failed(read))
    .map((read) => ({ ...read, plays: now.flows.has(read.file) || now.paths.has(read.file) }));
  const mended = seen.filter((read) => failed(old.get(read.file)) && !failed(read));
  const there = new Set(now.files.map(({ file }) => file));
  const gone = before.files.flatMap(({ file, kind }) => (kind === "stray" || there.has(file) ? [] : file));
  return { live, broken, mended, gone, late: now.files.filter(isLate) };
}

const failed = (read: FlowFile | undefined) => read !== undefined && !isSound(read.problems);
