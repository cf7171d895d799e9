/** The time inside the double. It only moves when a test says so, in ms since 1970. */
export type Clock = {
  now: () => number;
  /** Lets time pass, and does on its way what was put down for an instant in between. */
  advance: (ms: number) => void;
  ts: () => string;
  /** Puts something down to be done at an instant, or at once if that is past. */
  at: (instant: number, act: () => void) => void;
};

/** A clock that stands at `start`, and whose `ts()` never says the same twice nor runs backwards. */
export function createClock(start: number): Clock {
  let now = start;
  const planned: { instant: number; act: () => void }[] = [];
  const doneUntil = (end: number) => {
    planned.sort((a, b) => a.instant - b.instant);
    for (let next = planned[0]; next && next.instant <= end; next = planned[0]) {
      planned.shift();
      now = Math.max(now, next.instant);
      next.act();
    }
  };
  return {
    now: () => now,
    advance(ms) {
      const end = now + ms;
      doneUntil(end);
      now = end;
    },
    ts: stamping(() => now),
    at(instant, act) {
      planned.push({ instant, act });
      if (instant <= now) doneUntil(now);
    },
  };
}

/** The clock of this machine, for apps in processes of their own. Nothing but waiting moves it. */
export function realClock(): Clock {
  return {
    now: Date.now,
    advance() {
      throw new Error("The clock of this machine cannot be moved.");
    },
    ts: stamping(Date.now),
    at: (instant, act) => void setTimeout(act, Math.max(0, instant - Date.now())).unref(),
  };
}

function stamping(now: () => number): () => string {
  let last = 0;
  return () => {
    // In steps of 100 µs, as two messages of one moment must still differ, as they do in Slack.
    last = Math.max(last + 100, now() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, "0")}`;
  };
}
