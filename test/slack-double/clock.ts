/** The time inside the double. It only moves when a test says so, in ms since 1970. */
export type Clock = { now: () => number; advance: (ms: number) => void; ts: () => string };

/** A clock that stands at `start`, and whose `ts()` never says the same twice nor runs backwards. */
export function createClock(start: number): Clock {
  let now = start;
  let last = 0;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
    ts() {
      // In steps of 100 µs, as two messages of one moment must still differ, as they do in Slack.
      last = Math.max(last + 100, now * 1000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, "0")}`;
    },
  };
}
