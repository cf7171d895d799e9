/**
 * The one connection of an embedded database, which is had by one user at a time. Users who come one upon the other
 * share a commit, since waiting for the disk takes longer than what they do (group commit: DeWitt et al.,
 * Implementation Techniques for Main Memory Database Systems, SIGMOD 1984).
 */
export type GroupCommit = {
  /**
   * Waits for its turn, in which a transaction is open.
   * @param isForLater whether what is written may wait for the next commit, which is never far.
   * @throws what the database says when none can be opened; then there is nothing to leave.
   */
  enter(isForLater?: boolean): Promise<void>;
  /**
   * Lets the next one in, and resolves when everything that was written is on disk, unless that was for later.
   * @throws what the database says when that failed; then nothing was written.
   */
  leave(): Promise<void>;
};

/** What is needed of the database. */
export type Transacting = {
  begin(): void;
  commit(): void;
  rollback(): void;
  /** Whether a transaction is open; a disk that is full or fails may have ended it. */
  isOpen(): boolean;
};

/** The database has ended a transaction by itself, and with it what others had written in the same one. */
export class WriteLost extends Error {
  readonly code = "SQLITE_FULL";

  constructor() {
    super("The store could not be written, as its disk may be full or failing. Nothing of it was kept.");
  }
}

type Group = { durable: PromiseWithResolvers<void>; since: number; isForLater: boolean };

/** Where one comes upon the other without end, the first does not wait longer than this (ms) for the last. */
const LONGEST = 5;
/** What is for later is not put off longer than this (ms). */
const LATER = 50;

/** Nobody has the connection yet. */
export function groupCommit({ begin, commit, rollback, isOpen }: Transacting): GroupCommit {
  const queue: (() => void)[] = [];
  let isHad = false;
  let group: Group | undefined;
  let pause: NodeJS.Immediate | undefined;
  let late: NodeJS.Timeout | undefined;

  const end = (finish: (durable: Group["durable"]) => void) => {
    const ended = group;
    group = undefined;
    if (ended) finish(ended.durable);
  };
  const fail = (error: unknown) => end(({ reject }) => reject(error));
  const close = () => {
    try {
      if (group) commit();
      end(({ resolve }) => resolve());
    } catch (error) {
      if (isOpen()) rollback();
      fail(error);
    }
  };
  const pass = () => {
    const next = queue.shift();
    if (next) return next();
    isHad = false;
    // Whoever has come in by then still shares the commit.
    if (group?.isForLater) late = setTimeout(close, Math.max(0, group.since + LATER - performance.now()));
    else pause = setImmediate(close);
  };

  return {
    enter: async (isForLater = false) => {
      if (isHad) await new Promise<void>((resolve) => queue.push(resolve));
      isHad = true;
      clearImmediate(pause);
      clearTimeout(late);
      if (group?.isForLater && !isForLater) Object.assign(group, { since: performance.now(), isForLater });
      if (group && !group.isForLater && performance.now() - group.since > LONGEST) close();
      if (group) return;
      try {
        begin();
        group = { durable: Promise.withResolvers(), since: performance.now(), isForLater };
        // Not everybody waits for it: whoever failed has nothing to lose.
        group.durable.promise.catch(() => {});
      } catch (error) {
        pass();
        throw error;
      }
    },
    leave: async () => {
      const durable = group?.durable.promise;
      if (!isOpen()) fail(new WriteLost());
      const isForLater = group?.isForLater;
      pass();
      if (!isForLater) await durable;
    },
  };
}
