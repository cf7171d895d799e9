import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { createDueTimers } from "../../src/slack/due-timers.ts";

test("what falls due at once is begun in different rounds of the event loop, so that what comes in is heard between", async () => {
  let round = 0;
  let counting = setImmediate(function count() {
    round++;
    counting = setImmediate(count);
  });
  const begunIn: number[] = [];
  const timers = createDueTimers(Date.now, async () => void begunIn.push(round));
  const at = Date.now() + 5;
  for (const subject of ["first", "second", "third"]) timers.set({ team: "T1", kind: "quiet", subject, at });
  await setTimeout(30);
  await timers.settled();
  clearImmediate(counting);
  expect(begunIn).toHaveLength(3);
  expect(new Set(begunIn).size).toBe(3);
});

test("waits for what has fallen due and has not begun yet", async () => {
  const done: string[] = [];
  const timers = createDueTimers(Date.now, async ({ subject }) => void done.push(subject));
  for (const subject of ["first", "second"])
    timers.set({ team: "T1", kind: "quiet", subject, at: Date.now() });
  await setTimeout(2);
  await timers.settled();
  expect(done).toEqual(["first", "second"]);
});
