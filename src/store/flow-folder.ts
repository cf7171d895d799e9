import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Flow, SharedParts } from "../flow/flow.ts";
import { type Loaded, loadFlow } from "../flow/load.ts";
import { loadShared, strangeMeters } from "../flow/load-shared.ts";
import type { LearningPath } from "../flow/path.ts";
import { inReadingOrder, type Problem } from "../flow/problem.ts";
import { namedOtherwise, nameTaken } from "./flow-names.ts";
import { PATHS_FOLDER, readPaths } from "./path-folder.ts";
import { strayFile, strayFiles } from "./stray-files.ts";
import { isFlowName, readText, yamlFiles } from "./yaml-files.ts";

/**
 * One file of the flows folder: its text, the flow when it can be played, or the path when it can be walked, and its
 * problems. A file with shared parts has neither, nor has a stray one, which is not read for its name.
 */
export type FlowFile = {
  file: string;
  kind: "flow" | "shared" | "path" | "stray";
  source: string;
  flow: Flow | undefined;
  path?: LearningPath | undefined;
  /** What a file with shared parts gives to flows. */
  parts?: SharedParts | undefined;
  problems: Problem[];
};

/** There is no folder to read flows from. */
export class NoFlowFolder extends Error {
  constructor(folder: string) {
    super(`There is no folder ${folder} with flows. Make it, or name another one with TIGHTROPE_FLOWS.`);
  }
}

const SHARED_FOLDER = "shared";

/** Reads a flow as `loadFlow` does; nothing when that has to wait. */
export type Load = (...asked: Parameters<typeof loadFlow>) => Loaded | undefined;

/**
 * Reads every .yml file of a folder, in the order of their names, then the parts they share and the paths through
 * them. Two flows of one name are a problem of the second. `load` reads a flow; one that remembers what it has read
 * makes it quick, and a flow that it lets wait is left out.
 * @throws {NoFlowFolder} when the folder is not there.
 */
export function readFlowFolder(folder: string, load: Load = loadFlow): FlowFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new NoFlowFolder(folder);
  const shared = readShared(folder);
  const parts = shared.flatMap(({ parts }) => parts ?? []);
  const flows = onlyOnce(yamlFiles(folder).flatMap((file) => readFlow(file, parts, load) ?? []));
  const playable = flows.flatMap(({ flow }) => flow ?? []);
  return [
    ...flows,
    ...shared.map(({ file, source, problems, parts }) => ({
      file,
      kind: "shared" as const,
      source,
      flow: undefined,
      parts,
      problems: [...problems, ...(parts ? strangeMeters(parts, playable) : [])],
    })),
    ...readPaths(folder, playable).map((read) => ({ ...read, kind: "path" as const, flow: undefined })),
    ...[folder, join(folder, SHARED_FOLDER), join(folder, PATHS_FOLDER)].flatMap(readStrays),
  ];
}

/** Reads one flow file, with the shared parts of its folder; one that is called otherwise is told to be. */
export function readFlowFile(file: string): FlowFile {
  if (!isFlowName(basename(file))) return unreadableFlow(file, [strayFile(file, "error")]);
  const { source, unreadable } = readText(file);
  const parts = readShared(dirname(file)).flatMap(({ parts }) => parts ?? []);
  if (unreadable.length > 0) return unreadableFlow(file, unreadable);
  return withNameOfItsOwn(draftOf(file, source, parts));
}

/** A file of a folder as if this text, which is not saved yet, stood in it. */
export function readDraft(folder: string, name: string, source: string): FlowFile {
  const file = join(folder, name);
  const shared = readShared(folder);
  if (dirname(name) === SHARED_FOLDER)
    return { file, kind: "shared", source, flow: undefined, problems: loadShared(source, file).problems };
  const draft = draftOf(
    file,
    source,
    shared.flatMap(({ parts }) => parts ?? []),
  );
  const first = draft.flow && othersCalled(draft.flow.id, folder, file)[0];
  return withNameOfItsOwn(draft, first);
}

// A name stands at the beginning of a line, so nothing has to be understood to find it.
const othersCalled = (id: string, folder: string, file: string) =>
  yamlFiles(folder).filter(
    (other) =>
      other !== file && new RegExp(`^flow: *["']?${id}["']? *(#.*)?\\r?$`, "m").test(readText(other).source),
  );

function readFlow(file: string, parts: readonly SharedParts[], load: Load): FlowFile | undefined {
  const { source, unreadable } = readText(file);
  if (unreadable.length > 0) return unreadableFlow(file, unreadable);
  const loaded = load(source, file, parts);
  return loaded && { file, kind: "flow", source, ...loaded };
}

const unreadableFlow = (file: string, problems: Problem[]): FlowFile => ({
  file,
  kind: "flow",
  source: "",
  flow: undefined,
  problems,
});

const readStrays = (folder: string): FlowFile[] =>
  strayFiles(folder).map((file) => ({
    ...unreadableFlow(file, [strayFile(file, "warning")]),
    kind: "stray",
  }));

const draftOf = (file: string, source: string, parts: readonly SharedParts[]): FlowFile => ({
  file,
  kind: "flow",
  source,
  ...loadFlow(source, file, parts),
});

function readShared(folder: string) {
  return yamlFiles(join(folder, SHARED_FOLDER)).map((file) => {
    const { source, unreadable } = readText(file);
    if (unreadable.length > 0) return { file, source, parts: undefined, problems: unreadable };
    return { file, source, ...loadShared(source, file) };
  });
}

function onlyOnce(files: FlowFile[]): FlowFile[] {
  const taken = new Map<string, string>();
  return files.map((read) => {
    const first = read.flow && taken.get(read.flow.id);
    if (read.flow && !first) taken.set(read.flow.id, read.file);
    return withNameOfItsOwn(read, first);
  });
}

// Of two flows of one name the first is played.
function withNameOfItsOwn(read: FlowFile, first?: string): FlowFile {
  if (!read.flow) return read;
  const { id } = read.flow;
  return first
    ? { ...read, flow: undefined, problems: [nameTaken("flow", read, id, first), ...read.problems] }
    : { ...read, problems: inReadingOrder([...namedOtherwise(read, id), ...read.problems]) };
}
