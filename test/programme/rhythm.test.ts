import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayIn, goodHour } from "../../src/programme/good-hour.ts";
import { beginRhythm, canOffer, GAPS, remindAt, reminded, snoozed } from "../../src/programme/rhythm.ts";

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number | undefined) =>
  instant === undefined ? "never" : new Date(instant).toISOString();
const DAY = 86_400_000;

describe("a good hour", () => {
  it.each([
    ["2026-11-25T10:30:00Z", "Europe/Amsterdam", "2026-11-25T10:30:00.000Z"],
    ["2026-11-25T03:12:00Z", "Europe/Amsterdam", "2026-11-25T08:00:00.000Z"],
    ["2026-11-25T16:00:00Z", "Europe/Amsterdam", "2026-11-26T08:00:00.000Z"],
    ["2026-11-28T10:30:00Z", "Europe/Amsterdam", "2026-11-30T08:00:00.000Z"],
    ["2026-11-27T22:59:00Z", "America/New_York", "2026-11-30T14:00:00.000Z"],
    ["2026-11-25T20:00:00Z", "Asia/Kathmandu", "2026-11-26T03:15:00.000Z"],
    ["2026-03-28T12:00:00Z", "Europe/Amsterdam", "2026-03-30T07:00:00.000Z"],
    ["2026-11-25T03:12:00Z", "Nowhere/At_All", "2026-11-25T09:00:00.000Z"],
  ])("from %s in %s is %s", (from, zone, then) => {
    expect(iso(goodHour(at(from), zone))).toBe(then);
  });

  it("is never at night, never at the weekend, never in the past, and soon", () => {
    const zones = fc.constantFrom(
      "Europe/Amsterdam",
      "America/New_York",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
    );
    fc.assert(
      fc.property(fc.integer({ min: at("2026-01-01"), max: at("2030-01-01") }), zones, (from, zone) => {
        const then = goodHour(from, zone);
        const [hour, day] = ["H", "E"].map((what) =>
          new Date(then).toLocaleString("en-GB", {
            timeZone: zone,
            ...(what === "H" ? { hour: "2-digit", hourCycle: "h23" } : { weekday: "short" }),
          }),
        );
        expect(Number(hour)).toBeGreaterThanOrEqual(9);
        expect(Number(hour)).toBeLessThan(17);
        expect(["Sat", "Sun"]).not.toContain(day);
        expect(then - from).toBeGreaterThanOrEqual(0);
        expect(then - from).toBeLessThan(3 * DAY);
      }),
    );
  });

  it("is told as a day where the person is", () => {
    expect(dayIn(at("2026-12-02T23:30:00Z"), "Europe/Amsterdam")).toBe("Thursday 3 December");
  });
});

describe("a rhythm", () => {
  const monday = at("2026-11-23T10:00:00Z");
  const begun = beginRhythm(monday, "Europe/Amsterdam");

  it("reminds after 3 days, 2 weeks, 6 weeks and 3 months, and then no more", () => {
    let rhythm = begun;
    const days: string[] = [];
    for (let next = remindAt(rhythm); next; next = remindAt(rhythm)) {
      days.push(iso(next).slice(0, 10));
      rhythm = reminded(rhythm, next);
    }
    expect(days).toEqual(["2026-11-26", "2026-12-07", "2027-01-04", "2027-02-22"]);
    expect(canOffer(rhythm)).toBe(true);
  });

  it("brings a snoozed reminder again in a week, and the others as much later", () => {
    const sent = reminded(begun, monday + 3 * DAY);
    const later = snoozed(sent, 0, monday + 3 * DAY) ?? expect.unreachable();
    expect(iso(remindAt(later)).slice(0, 10)).toBe("2026-12-03");
    expect(iso(remindAt(reminded(later, monday + 10 * DAY))).slice(0, 10)).toBe("2026-12-14");
  });

  it("snoozes only the reminder sent last, and none when it was stopped", () => {
    const sent = reminded(reminded(begun, monday + 3 * DAY), monday + 14 * DAY);
    expect(snoozed(sent, 0, monday)).toBeUndefined();
    expect(snoozed(begun, 0, monday)).toBeUndefined();
    expect(snoozed({ ...sent, state: "off" }, 1, monday)).toBeUndefined();
    expect(snoozed(sent, Number.NaN, monday)).toBeUndefined();
  });

  it("that could not remind for weeks does not remind twice in a row", () => {
    const back = monday + 60 * DAY;
    expect((remindAt(reminded(begun, back)) ?? 0) - back).toBeGreaterThan(10 * DAY);
  });

  it("is offered to who was never asked, and not again while it lasts or after a no", () => {
    expect(canOffer(undefined)).toBe(true);
    for (const state of ["offered", "on", "off"] as const) expect(canOffer({ ...begun, state })).toBe(false);
    expect(canOffer({ ...begun, step: GAPS.length })).toBe(true);
  });
});
