import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { yamlFiles } from "./yaml-files.ts";

/** A file of the flows folder on a trainer's desk; `mark` changes with whatever changes in the file. */
export type DeskFile = { name: string; source: string; mark: string };

/** A file is not one of the flows folder, whatever its name makes it look like. */
export class NotOnTheDesk extends Error {}

/** Somebody else has changed, added or removed the file since it was opened; `now` is what stands there. */
export class ChangedMeanwhile extends Error {
  readonly now: DeskFile | undefined;
  constructor(name: string, now: DeskFile | undefined) {
    super(now ? `${name} was changed on disk since you opened it.` : `${name} is no longer on disk.`);
    this.now = now;
  }
}

const SHARED_FOLDER = "shared";
/** What a new file may be called. One that is there already is called whatever it is called. */
const NEW_NAME = /^(?:shared\/)?[a-z0-9][a-z0-9_-]{0,79}\.yml$/i;

/**
 * The names of all files with flows or with what they share, as the check reads them, in order: `late-delivery.yml`,
 * `my suite.yml`, `shared/basics.yml`.
 */
export const deskNames = (folder: string): string[] => [
  ...yamlFiles(folder).map((file) => basename(file)),
  ...yamlFiles(join(folder, SHARED_FOLDER)).map((file) => `${SHARED_FOLDER}/${basename(file)}`),
];

/**
 * Opens a file of the folder; nothing when there is none of that name.
 * @throws {NotOnTheDesk} when the name leads anywhere else.
 */
export function openOnDesk(folder: string, name: string): DeskFile | undefined {
  const text = textAt(placeOf(folder, name));
  return text === undefined ? undefined : { name, source: plain(text), mark: markOf(text) };
}

/**
 * Writes a file of the folder, whole or not at all. `mark` is that of the file as it was opened; without one the
 * file must be new.
 * @throws {NotOnTheDesk} when the name leads anywhere else.
 * @throws {ChangedMeanwhile} when the file is not as it was opened.
 */
export function saveOnDesk(folder: string, name: string, source: string, mark: string | undefined): DeskFile {
  const file = placeOf(folder, name);
  const now = textAt(file);
  if ((now === undefined ? undefined : markOf(now)) !== mark)
    throw new ChangedMeanwhile(name, openOnDesk(folder, name));
  // An editor on Windows ends its lines in its own way, and goes on doing so.
  const text = now?.includes("\r\n") ? source.replaceAll("\n", "\r\n") : source;
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, text);
  return { name, source, mark: markOf(text) };
}

// A name cannot leave the folder, and neither can a link in it.
function placeOf(folder: string, name: string): string {
  if (!NEW_NAME.test(name) && !deskNames(folder).includes(name))
    throw new NotOnTheDesk(`"${name}" is not a name for a flow. Write one such as late-delivery.yml.`);
  const file = join(folder, name);
  const above = lstatSync(dirname(file), { throwIfNoEntry: false });
  const found = lstatSync(file, { throwIfNoEntry: false });
  const isInside = name.startsWith(`${SHARED_FOLDER}/`) ? (above?.isDirectory() ?? true) : true;
  if (found?.isDirectory()) throw new NotOnTheDesk(`${name} is a folder and not a file.`);
  if (!isInside || (found && !found.isFile()))
    throw new NotOnTheDesk(`${name} may lead out of the flows folder, so it is left alone here.`);
  return file;
}

const textAt = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
const markOf = (text: string) => createHash("sha256").update(text).digest("hex");
const plain = (text: string) => text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");

// Whoever reads the folder meanwhile finds the old file or the new one, and never half of one.
function writeWhole(file: string, text: string): void {
  const beside = join(dirname(file), `.${randomUUID()}.part`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    const before = statSync(file, { throwIfNoEntry: false });
    if (before) chmodSync(beside, before.mode);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
