import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTED } from "../../src/challenge/challenge.ts";
import { meterCourse } from "../../src/challenge/meter-course.ts";
import { summaryPicture } from "../../src/challenge/summary-picture.ts";
import { BANDS } from "../../src/challenge/team-batch.ts";
import { expectInsideFrame } from "../inside-frame.ts";

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 23, 9);
const plan = {
  ...{ kind: "together" as const, channels: ["C1"], flows: [], counted: "validation" as const, goal: 40 },
  ...{ startsAt: MONDAY, endsAt: MONDAY + 4 * DAY, zone: "Europe/Berlin", board: false, word: "" },
};
const here = { channel: "C1", joined: 4 };
const counted = (...amounts: [day: number, amount: number, channel?: string][]) =>
  amounts.map(([day, amount, channel = "C1"]) => ({ channel, amount, at: MONDAY + day * DAY }));

describe("the way of a meter", () => {
  it("goes up day by day, in the days of the team's own time zone", () => {
    const late = { channel: "C1", amount: 5, at: Date.UTC(2026, 10, 23, 23, 30) };
    const { days } = meterCourse({ plan }, here, [...counted([0, 3], [3, 4]), late], MONDAY + 3 * DAY);
    expect(days).toEqual([
      { day: "2026-11-23", reached: 3 },
      { day: "2026-11-24", reached: 8 },
      { day: "2026-11-25", reached: 8 },
      { day: "2026-11-26", reached: 12 },
    ]);
  });

  it("is that of the channel alone, and for each member in team against team", () => {
    const both = counted([0, 10], [1, 90, "C2"]);
    const against = { ...plan, kind: "team-against-team" as const };
    expect(meterCourse({ plan }, here, both, MONDAY + DAY).days.at(-1)?.reached).toBe(10);
    expect(meterCourse({ plan: against }, here, both, MONDAY + DAY).days.at(-1)?.reached).toBe(2.5);
  });
});

describe("the picture of a summary", () => {
  const course = meterCourse({ plan }, here, counted([0, 3], [2, 38]), MONDAY + 3 * DAY);

  it("says in words what it draws: the days on which the meter grew, the goal, and the skills as bands", () => {
    const { svg, alt } = summaryPicture(plan, course, [{ skill: "validation", share: "about half" }]);
    expect(alt).toBe(
      "Specific validations, day by day: 3 by 23 Nov, 41 by 25 Nov. The goal was 40 specific validations. Validation was clear in about half of the practices.",
    );
    for (const word of [">goal 40<", ">41<", ">Validation<", ">about half<", ">23 Nov<"])
      expect(svg).toContain(word);
  });

  it("shows no skills where too few people stand behind them", () => {
    expect(summaryPicture(plan, course, []).svg).not.toContain("In how many practices");
  });

  it("cuts none of its own words", () => {
    const bands = (["validation", "question", "de-escalation"] as const).map((skill, index) => ({
      skill,
      share: BANDS[index] ?? "about half",
    }));
    expect(summaryPicture(plan, course, bands).svg).not.toContain("…");
  });

  it("lies within its frame and its words within the limit, however long and however much", async () => {
    const dayOf = (index: number) => new Date(MONDAY + index * DAY).toISOString().slice(0, 10);
    const steps = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 61 });
    const kinds = fc.constantFrom("together" as const, "team-against-team" as const);
    const bands = BANDS.map((share) => ({ skill: "question" as const, share }));
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom(...COUNTED),
        kinds,
        async (reached, goal, counts, kind) => {
          const up = reached.toSorted((a, b) => a - b);
          const days = up.map((value, index) => ({ reached: value, day: dayOf(index) }));
          const drawn = summaryPicture({ kind, counted: counts }, { days, goal }, bands);
          expect(drawn.svg).not.toMatch(/NaN|undefined|Infinity/);
          expect(drawn.alt.length).toBeLessThanOrEqual(2_000);
          await expectInsideFrame(drawn.svg);
        },
      ),
      { numRuns: 40 },
    );
  });
});
