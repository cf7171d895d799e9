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
  return {
    set: (key, at, ring) => {
      clearTimeout(timers.get(key));
      timers.delete(key);
      const left = at - now();
      if (left >= SOON) return;
      const rings = () => {
        timers.delete(key);
        ring();
      };
      timers.set(key, setTimeout(rings, Math.max(0, left)).unref());
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
