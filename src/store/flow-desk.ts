import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { callAnew } from "../workshop/call-anew.ts";
import { placeOf } from "./desk-place.ts";
import { writeNew, writeWhole } from "./write-whole.ts";

/** A file of the flows folder on a trainer's desk; `mark` changes with whatever changes in the file. */
export type DeskFile = { name: string; source: string; mark: string };

/** Somebody else has changed, added or removed the file since it was opened; `now` is what stands there. */
export class ChangedMeanwhile extends Error {
  readonly now: DeskFile | undefined;
  constructor(name: string, now: DeskFile | undefined) {
    super(now ? `${name} was changed on disk since you opened it.` : `${name} is no longer on disk.`);
    this.now = now;
  }
}

/** There is a file of that name already, which is left as it is. */
export class NameTaken extends Error {
  constructor(name: string) {
    super(`There is a file ${name} already. Choose another name.`);
  }
}

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
  const { file, text: now } = unchanged(folder, name, mark);
  mkdirSync(dirname(file), { recursive: true });
  // An editor on Windows ends its lines in its own way, and goes on doing so.
  const text = now?.includes("\r\n") ? source.replaceAll("\n", "\r\n") : source;
  if (now !== undefined) writeWhole(file, text);
  else if (!writeNew(file, text)) throw new ChangedMeanwhile(name, openOnDesk(folder, name));
  return { name, source, mark: markOf(text) };
}

/**
 * Gives a file of the folder another name, outside and inside. Never over a file that is there.
 * @throws {NotOnTheDesk} when one of the names leads anywhere else.
 * @throws {ChangedMeanwhile} when the file is not as it was opened.
 * @throws {NameTaken} when there is a file of the new name.
 */
export function renameOnDesk(folder: string, name: string, to: string, mark: string): DeskFile {
  const { file, text = "" } = unchanged(folder, name, mark);
  const renamed = callAnew(text, basename(to, ".yml"));
  if (!writeNew(placeOf(folder, to), renamed)) throw new NameTaken(to);
  rmSync(file);
  return { name: to, source: plain(renamed), mark: markOf(renamed) };
}

/**
 * Removes a file of the folder.
 * @throws {NotOnTheDesk} when the name leads anywhere else.
 * @throws {ChangedMeanwhile} when the file is not as it was opened.
 */
export function removeFromDesk(folder: string, name: string, mark: string): void {
  rmSync(unchanged(folder, name, mark).file);
}

function unchanged(folder: string, name: string, mark: string | undefined) {
  const file = placeOf(folder, name);
  const text = textAt(file);
  if ((text === undefined ? undefined : markOf(text)) !== mark)
    throw new ChangedMeanwhile(name, openOnDesk(folder, name));
  return { file, text };
}

const textAt = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
const markOf = (text: string) => createHash("sha256").update(text).digest("hex");
const plain = (text: string) => text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
