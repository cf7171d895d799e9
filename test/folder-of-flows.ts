import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const FLOWS = join(import.meta.dirname, "..", "flows");

/** Makes a folder with some of the project's flows, which is read in a moment, and gives where it is. */
export function folderOfFlows(folder: string, ids: readonly string[]): string {
  mkdirSync(folder, { recursive: true });
  for (const id of ids) copyFileSync(join(FLOWS, `${id}.yml`), join(folder, `${id}.yml`));
  return folder;
}
