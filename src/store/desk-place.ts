import { lstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { yamlFiles } from "./yaml-files.ts";

/** A file is not one of the flows folder, whatever its name makes it look like. */
export class NotOnTheDesk extends Error {}

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
 * Where a file of the desk lies. A name cannot leave the folder, and neither can a link in it.
 * @throws {NotOnTheDesk} when the name leads anywhere else.
 */
export function placeOf(folder: string, name: string): string {
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
