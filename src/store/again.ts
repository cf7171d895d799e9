const PAUSE = 50;
const LONGEST_PAUSE = 1_000;

// Codes of PostgreSQL, of the network and of SQLite after which the same may well succeed: whatever was under way is
// undone. Disks are made room on, and a database that can only be read becomes one that can be written to.
const PASSES =
  /^(?:08|57P0|40001$|40P01$|53[13]00$|25006$|SQLITE_FULL$|SQLITE_IOERR|ECONN(?:RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|ENOENT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)/;
const CUT =
  /connection (?:terminated|ended)|timeout exceeded when trying to connect|not queryable|server closed the connection/i;

/** Whether the way to the database was cut, it could write nothing just now, or two transactions were in each other's way. */
export const wasCut = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && typeof error.code === "string" && PASSES.test(error.code)) || CUT.test(error.message));

/**
 * Does work against a database again when it was cut off, for at most `patience` ms.
 * @throws what the database said last.
 */
export async function again<Found>(work: () => Promise<Found>, patience: number): Promise<Found> {
  const until = Date.now() + patience;
  for (let pause = PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await work();
    } catch (error) {
      if (!wasCut(error) || Date.now() + pause > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
