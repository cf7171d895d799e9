import { statSync } from "node:fs";
import { partsOf } from "./keep-to-owner.ts";

/** A file of the store was removed, moved or replaced while it is in use. */
export class StoreGone extends Error {
  constructor(part: string, file: string, became: "is gone" | "was replaced by another file") {
    const what = `${part} ${became} while Tightrope uses it`;
    super(part === file ? `${what}${ALL_OF_IT}` : `${what}${BESIDE_IT} ${file}, and start it again.`);
  }
}

const ALL_OF_IT =
  ": what people write now is lost when Tightrope stops. If it was moved, move it back to where it was. Otherwise save what is in it before you stop Tightrope, and restore that or a backup; docs/runbook.md tells how (TightropeStoreAway).";
const BESIDE_IT =
  ": a crash loses what people write now. Stop Tightrope in order (SIGTERM, Ctrl+C), which brings everything into";

/**
 * Remembers which files an open store is in, and gives what looks whether they are still there under their names: who
 * has a file open can go on writing into it when nobody finds it any more.
 */
export function stayingInPlace(file: string): () => void {
  const known = partsOf(file).map((part) => [part, identityOf(part)] as const);
  return () => {
    for (const [part, identity] of known) {
      if (identity === undefined) continue;
      const now = identityOf(part);
      if (now === undefined) throw new StoreGone(part, file, "is gone");
      if (now !== identity) throw new StoreGone(part, file, "was replaced by another file");
    }
  };
}

const identityOf = (part: string) => statSync(part, { bigint: true, throwIfNoEntry: false })?.ino;
