import type { Due } from "../store/due.ts";

/** Due dates that this instance has set itself, and that it need not look for. */
export type Timers = {
  /** Does it at its instant; set again, it is moved. */
  set(due: Due): void;
  /** Waits for what is being done. */
  settled(): Promise<void>;
  stop(): void;
};

/** Whatever is further off is found by looking. */
const SOON = 60_000;

/** No timers yet; the store decides once more whether what they do is due, so a stale one does no harm. */
export function createTimers(now: () => number, doDue: (due: Due) => Promise<void>): Timers {
  const set = new Map<string, NodeJS.Timeout>();
  const doing = new Set<Promise<void>>();
  const ring = (key: string, due: Due) => {
    set.delete(key);
    if (due.at > now()) return;
    const work = doDue(due).finally(() => doing.delete(work));
    doing.add(work);
  };
  return {
    set: (due) => {
      const key = `${due.team}/${due.kind}/${due.subject}`;
      clearTimeout(set.get(key));
      set.delete(key);
      const left = due.at - now();
      if (left < SOON)
        set.set(
          key,
          setTimeout(() => ring(key, due), Math.max(0, left)),
        );
    },
    settled: async () => {
      await Promise.all(doing);
    },
    stop: () => {
      for (const timer of set.values()) clearTimeout(timer);
      set.clear();
    },
  };
}
