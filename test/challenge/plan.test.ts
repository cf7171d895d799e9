import { describe, expect, it } from "vitest";
import { KINDS, type Plan } from "../../src/challenge/challenge.ts";
import { checkPlan } from "../../src/challenge/check-plan.ts";
import { nextTick, timeLeft } from "../../src/challenge/meter.ts";
import { clockIn, instantIn, whenIn } from "../../src/challenge/times.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 9);

/** A plan without a fault. */
const PLAN: Plan = {
  kind: "together",
  channels: ["C1"],
  flows: [],
  counted: "validation",
  goal: 100,
  startsAt: 0,
  endsAt: NOW + DAY,
  zone: "Europe/Berlin",
  board: false,
  word: "",
};

describe("a plan", () => {
  it.each(KINDS)("of the kind %s without a fault can be posted", (kind) => {
    const channels = ["C1", "C2"];
    expect(checkPlan({ ...PLAN, kind, channels, flows: ["soup"] }, NOW)).toEqual({});
  });

  it.each<[string, Partial<Plan>, string]>([
    ["less than ten minutes", { endsAt: NOW + 9 * MINUTE }, "end"],
    ["an end in the past", { endsAt: NOW - 1 }, "end"],
    ["an end before its start", { startsAt: NOW + 2 * DAY }, "end"],
    ["more than two months", { endsAt: NOW + 61 * DAY }, "end"],
    ["a start in half a year", { startsAt: NOW + 180 * DAY, endsAt: NOW + 181 * DAY }, "start"],
    ["a goal of nothing", { goal: 0 }, "goal"],
    ["a goal of a half", { goal: 0.5 }, "goal"],
    ["a goal that is no number", { goal: Number.NaN }, "goal"],
    ["a goal of a million", { goal: 1_000_000 }, "goal"],
    ["a team against itself", { kind: "team-against-team", channels: ["C1", "C1"] }, "channels"],
    ["a relay without a customer", { kind: "relay" }, "flows"],
    ["a relay with two customers", { kind: "relay", flows: ["a", "b"] }, "flows"],
    ["a word of a thousand letters", { word: "a".repeat(1_000) }, "word"],
  ])("with %s is not posted, and the field is named", (_, changed, field) => {
    expect(Object.keys(checkPlan({ ...PLAN, ...changed }, NOW))).toEqual([field]);
  });
});

describe("the times of a challenge", () => {
  it("are those of its time zone, in summer and in winter", () => {
    expect(instantIn("Europe/Berlin", "2026-11-27", "16:00")).toBe(Date.UTC(2026, 10, 27, 15));
    expect(instantIn("Europe/Berlin", "2026-07-27", "16:00")).toBe(Date.UTC(2026, 6, 27, 14));
    expect(clockIn("Asia/Kolkata", Date.UTC(2026, 0, 1, 20))).toEqual({ day: "2026-01-02", time: "01:30" });
    expect(whenIn("America/New_York", Date.UTC(2026, 10, 27, 21))).toBe(
      "Friday 27 November, 16:00 (New York time)",
    );
  });

  it("are those of UTC where the time zone is unknown", () => {
    expect(whenIn("Nowhere/Land", Date.UTC(2026, 10, 27, 21))).toBe("Friday 27 November, 21:00 (UTC)");
  });

  it.each([
    ["2026-11-31", "10:00"],
    ["27.11.2026", "10:00"],
    ["2026-11-27", "25:00"],
    ["2026-11-27", ""],
  ])("are none on %s at %s", (day, time) => {
    expect(instantIn("UTC", day, time)).toBeUndefined();
  });

  it("say how long is left, and change exactly when those words change", () => {
    const end = NOW + 5 * DAY;
    expect(timeLeft(end, NOW)).toBe("5 days left.");
    let now = NOW;
    const said = [timeLeft(end, now)];
    for (let next = nextTick(end, now); next !== undefined; next = nextTick(end, now)) {
      expect(timeLeft(end, next - 1)).toBe(said.at(-1));
      expect(timeLeft(end, next)).not.toBe(said.at(-1));
      now = next;
      said.push(timeLeft(end, now));
    }
    expect(said.at(-1)).toBe("Less than an hour left.");
    expect(said).toContain("One day left.");
    expect(said).toHaveLength(29);
  });
});
