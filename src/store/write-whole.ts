import { randomUUID } from "node:crypto";
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** Writes a file anew, whole or not at all: whoever reads the folder meanwhile finds the old file or the new one. */
export function writeWhole(file: string, text: string): void {
  beside(file, text, (part) => {
    const before = statSync(file, { throwIfNoEntry: false });
    if (before) chmodSync(part, before.mode);
    renameSync(part, file);
  });
}

/** Writes a file that is not there yet, whole or not at all. Tells whether that was so; what is there is left alone. */
export function writeNew(file: string, text: string): boolean {
  return beside(file, text, (part) => {
    try {
      linkSync(part, file);
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      return copyNew(part, file);
    }
    return true;
  });
}

// Not every disk has links.
function copyNew(part: string, file: string): boolean {
  try {
    copyFileSync(part, file, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

function beside<Result>(file: string, text: string, work: (part: string) => Result): Result {
  const part = join(dirname(file), `.${randomUUID()}.part`);
  try {
    writeFileSync(part, text, { flag: "wx" });
    return work(part);
  } finally {
    rmSync(part, { force: true });
  }
}
