import { expect, it } from "vitest";
import { createClock } from "./clock.ts";

it("a thousand messages of one moment all have a time of their own, in order", () => {
  const clock = createClock(Date.UTC(2026, 0, 5, 9));
  const times = Array.from({ length: 1000 }, () => clock.ts());
  expect(new Set(times).size).toBe(1000);
  expect([...times].sort()).toEqual(times);
});

it("time moves only when it is told to", () => {
  const clock = createClock(Date.UTC(2026, 0, 5, 9));
  const before = clock.now();
  clock.advance(1500);
  expect(clock.now() - before).toBe(1500);
  expect(clock.ts()).toBe("1767603601.500000");
});
