import type { Due } from "../store/due.ts";
import { createKeyedTimers } from "./keyed-timers.ts";
import { ownRounds } from "./own-round.ts";

/** Due dates that this instance has set itself, and that it need not look for. */
export type DueTimers = {
  /** Does it at its instant; set again, it is moved. */
  set(due: Due): void;
  /** Waits for what is being done. */
  settled(): Promise<void>;
  stop(): void;
};

/** No timers yet; the store decides once more whether what they do is due, so a stale one does no harm. */
export function createDueTimers(now: () => number, doDue: (due: Due) => Promise<void>): DueTimers {
  const timers = createKeyedTimers(now);
  const doing = new Set<Promise<void>>();
  // Many fall due at once, and a turn takes milliseconds in which whoever writes is not acknowledged.
  const ownRound = ownRounds();
  const ring = (due: Due) => {
    const work = ownRound()
      .then(() => doDue(due))
      .finally(() => doing.delete(work));
    doing.add(work);
  };
  return {
    set: (due) => timers.set(`${due.team}/${due.kind}/${due.subject}`, due.at, () => ring(due)),
    settled: async () => {
      await Promise.all(doing);
    },
    stop: timers.stop,
  };
}
