import { expect, test, vi } from "vitest";
import { createKeyedTimers } from "../../src/slack/keyed-timers.ts";

const busyFor = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

test("never rings before its instant, though Node may call it early", async () => {
  const timers = createKeyedTimers(Date.now);
  const early: number[] = [];
  let rung = 0;
  // Node counts from when its loop came round last: after so long a piece of work it calls so much too early.
  setTimeout(() => {
    busyFor(30);
    for (const key of ["a", "b", "c"]) {
      const at = Date.now() + 40;
      timers.set(key, at, () => {
        rung++;
        if (Date.now() < at) early.push(at);
      });
    }
  });
  await vi.waitFor(() => expect(rung).toBe(3), 5_000);
  expect(early).toEqual([]);
});

test("set again, it is moved, and rings once", async () => {
  const timers = createKeyedTimers(Date.now);
  const rung: string[] = [];
  timers.set("a", Date.now() + 5, () => rung.push("first"));
  timers.set("a", Date.now() + 10, () => rung.push("second"));
  timers.set("b", Date.now() + 20, () => rung.push("last"));
  await vi.waitFor(() => expect(rung).toContain("last"), 5_000);
  expect(rung).toEqual(["second", "last"]);
});
