import { chmodSync, statSync } from "node:fs";

/** The files of an embedded store: itself, and what SQLite keeps beside it while it is open. */
export const partsOf = (file: string): string[] => ["", "-wal", "-shm"].map((ending) => `${file}${ending}`);

/**
 * Takes the rights of everybody but its owner off an embedded store, which holds what people wrote in private.
 * @returns the files of it that others may use all the same, because their rights cannot be changed.
 */
export function keepToOwner(file: string): string[] {
  // Who may read a file is kept in another way there, and folders hand it down.
  if (process.platform === "win32") return [];
  return partsOf(file).filter((part) => {
    const before = modeOf(part);
    if (isOwnersAlone(before)) return false;
    try {
      chmodSync(part, before & 0o600);
    } catch {
      return true;
    }
    // Some file systems say that they did, and did not.
    return !isOwnersAlone(modeOf(part));
  });
}

/** What to say of files that others may use. */
export const othersMayRead = (files: readonly string[]): string =>
  `Other accounts of this machine may read the store, with what people wrote in private, and I can't change that. Let the account that runs Tightrope own it, or take their rights off it:  chmod 600 ${files.join(" ")}`;

const modeOf = (part: string) => statSync(part, { throwIfNoEntry: false })?.mode ?? 0;

const isOwnersAlone = (mode: number) => (mode & 0o077) === 0;
