/** Timers for what is near, one for each key. */
export type KeyedTimers = {
  /** Rings at an instant (ms since 1970); set again, it is moved. */
  set(key: string, at: number, ring: () => void): void;
  stop(): void;
};

/** Whatever is further off is found by looking. */
const SOON = 60_000;

/** No timers yet; none of them keeps the process from ending. */
export function createKeyedTimers(now: () => number): KeyedTimers {
  const timers = new Map<string, NodeJS.Timeout>();
  const set: KeyedTimers["set"] = (key, at, ring) => {
    clearTimeout(timers.get(key));
    timers.delete(key);
    const left = at - now();
    if (left >= SOON) return;
    const rings = () => {
      timers.delete(key);
      // Node counts from when its loop came round last, and so may ring some milliseconds early.
      if (at > now()) set(key, at, ring);
      else ring();
    };
    timers.set(key, setTimeout(rings, Math.max(0, left)).unref());
  };
  return {
    set,
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
