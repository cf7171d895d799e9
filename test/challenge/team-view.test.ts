import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customerFor } from "../../src/challenge/customer-for.ts";
import { nextDigestAt } from "../../src/challenge/digest-time.ts";
import { BANDS, type Band } from "../../src/challenge/team-batch.ts";
import { teamPicture } from "../../src/challenge/team-picture.ts";
import { cell, teamTable } from "../../src/challenge/team-table.ts";
import {
  CLOSED_FOR,
  type DatedBatch,
  dayOf,
  type Kept,
  viewOf,
  weakSpot,
} from "../../src/challenge/team-view.ts";
import { tellSkills, tellTaking, tellWeakSpot } from "../../src/challenge/tell-team.ts";
import { clockIn } from "../../src/challenge/times.ts";
import type { SkillName } from "../../src/flow/flow.ts";
import { SKILL_NAMES } from "../../src/flow/flow.ts";
import { projectFlows } from "../flows-of-the-project.ts";
import { expectInsideFrame } from "../inside-frame.ts";

const DAY = 86_400_000;
const SINCE = Date.UTC(2026, 0, 5, 9);
const OPEN = SINCE + CLOSED_FOR;
const batch = (skill: SkillName, share: Band, day = dayOf(SINCE), people = 5): DatedBatch => ({
  ...{ skill, share, day, people },
});
const kept = (...batches: DatedBatch[]): Kept => ({ since: SINCE, taking: [], batches });
const viewed = (...batches: DatedBatch[]) => {
  const view = viewOf(kept(...batches), OPEN);
  if (view.state === "closed") throw new Error("It is closed.");
  return view;
};
const anyBatch = fc.record({
  skill: fc.constantFrom(...SKILL_NAMES),
  share: fc.constantFrom(...BANDS),
  people: fc.integer({ min: 1, max: 9 }).map((fives) => fives * 5),
  day: fc.nat({ max: 90 }).map((days) => dayOf(SINCE + days * DAY)),
});

describe("what a lead sees", () => {
  it("is nothing in the first thirty days, in words, in the picture and in the table", () => {
    fc.assert(
      fc.property(fc.array(anyBatch), fc.integer({ min: 0, max: CLOSED_FOR - 1 }), (batches, after) => {
        const view = viewOf(kept(...batches), SINCE + after);
        expect(view).toEqual({ state: "closed", opensAt: OPEN });
        expect(teamPicture(view)).toBeUndefined();
        expect(teamTable(view).trim().split("\r\n")).toHaveLength(1);
        expect(weakSpot(view)).toBeUndefined();
      }),
    );
    expect(viewOf(kept(), OPEN).state).toBe("open");
  });

  it("changes once a day at most, so that the hour tells nobody whose practice was the last", () => {
    fc.assert(
      fc.property(fc.array(anyBatch), fc.nat({ max: 60 }), fc.nat({ max: DAY - 1 }), (batches, days, ms) => {
        const midnight = dayOf(OPEN) + DAY + days * DAY;
        expect(viewOf(kept(...batches), midnight + ms)).toEqual(viewOf(kept(...batches), midnight));
        const { skills } = viewOf(kept(...batches), midnight) as ReturnType<typeof viewed>;
        for (const one of skills.flatMap((skill) => skill.batches)) expect(one.day).toBeLessThan(midnight);
      }),
    );
  });

  it("names a weak spot only where one skill stands out, by what is shown now", () => {
    expect(weakSpot(viewed())).toBeUndefined();
    expect(weakSpot(viewed(batch("question", "fewer than half")))).toBeUndefined();
    expect(
      weakSpot(viewed(batch("question", "fewer than half"), batch("validation", "fewer than half"))),
    ).toBeUndefined();
    const view = viewed(
      batch("validation", "fewer than half"),
      batch("validation", "more than half"),
      batch("question", "about half"),
      batch("de-escalation", "more than half"),
    );
    expect(weakSpot(view)).toBe("question");
    expect(tellWeakSpot(view, undefined)).toBe("Clarifying questions had the most room left.");
  });

  it("offers a customer who calls for that skill and is not heavy", () => {
    for (const skill of SKILL_NAMES) {
      const flow = customerFor(skill, projectFlows);
      expect(flow?.care.heavy).toBe(false);
      expect(Object.values(flow?.moods ?? {}).some(({ callsFor }) => callsFor.includes(skill))).toBe(true);
    }
    expect(customerFor("question", [])).toBeUndefined();
  });

  it("says what is there in words, and of the rest not how much is missing", () => {
    const view = viewed(batch("validation", "fewer than half"), batch("validation", "about half"));
    expect(tellSkills(view)).toEqual([
      "Validation: clear in about half of the last practices, by five or more people. Before that, the oldest first: fewer than half.",
      "Clarifying questions: not enough people and customers yet.",
      "De-escalation: not enough people and customers yet.",
    ]);
  });

  it("tells how many took part in fives, and below five no number", () => {
    const taking = [
      { kind: "together" as const, people: 4 },
      { kind: "redo" as const, people: 14, endedAt: SINCE },
      { kind: "relay" as const, people: 27, endedAt: SINCE },
    ];
    const view = viewOf({ ...kept(), taking }, OPEN) as ReturnType<typeof viewed>;
    expect(view.taking.map(({ people }) => people)).toEqual([0, 10, 25]);
    expect(tellTaking(view.taking)).toBe(
      "Taking part, the newest challenge first. Together, which is going on: a number is told from five people on; Redo week: ten or more; Relay: 25 or more.",
    );
    expect(teamTable(view)).not.toContain("Together");
  });
});

describe("the picture of a team", () => {
  it("is told in words, and stays within its frame and the limit", () => {
    const view = viewed(batch("validation", "fewer than half"), batch("validation", "about half"));
    expect(teamPicture(view)?.alt).toBe(
      "In how many practices each skill was clear, five people or more at a time, oldest to newest. Validation: fewer than half, about half. Clarifying questions: not enough yet. De-escalation: not enough yet.",
    );
    expect(teamPicture(viewed())).toBeUndefined();
    return fc.assert(
      fc.asyncProperty(fc.array(anyBatch, { minLength: 1, maxLength: 40 }), async (batches) => {
        const drawn = teamPicture(viewOf(kept(...batches), OPEN + 100 * DAY));
        expect(drawn?.alt.length).toBeLessThanOrEqual(2_000);
        await expectInsideFrame(drawn?.svg ?? "");
      }),
      { numRuns: 20 },
    );
  });
});

describe("the table of a team", () => {
  it("holds the figures that are shown, line by line under a header", () => {
    const later = batch("question", "more than half", dayOf(SINCE) + DAY, 10);
    expect(teamTable(viewed(batch("validation", "about half"), later))).toBe(
      [
        "figure,about,day (UTC),people,clear in",
        "skill,Validation,2026-01-05,5 or more,about half",
        "skill,Clarifying questions,2026-01-06,10 or more,more than half",
        "",
      ].join("\r\n"),
    );
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["  @SUM(A1)", "'  @SUM(A1)"],
    ["-2+3", "'-2+3"],
    ["+1", "'+1"],
    ["\t=1", "'\t=1"],
    ['say "hi", you', '"say ""hi"", you"'],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ["two\r\nlines", '"two\r\nlines"'],
    ["Ünïcode", "Ünïcode"],
  ])("takes %j for words and never for a formula", (words, written) => {
    expect(cell(words)).toBe(written);
  });
});

describe("the weekly digest", () => {
  it("is due on the next Monday at nine, wherever the lead is and whatever the clocks do", () => {
    const zone = fc.constantFrom(
      ...[
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Kiritimati",
        "Australia/Lord_Howe",
      ],
      ...["America/Santiago", "Not/A_Zone"],
    );
    fc.assert(
      fc.property(zone, fc.nat({ max: 3 * 365 * 24 * 60 }), (where, minutes) => {
        const now = SINCE + minutes * 60_000;
        const at = nextDigestAt(now, where);
        expect(at).toBeGreaterThan(now);
        expect(at - now).toBeLessThanOrEqual(7 * DAY + 3_600_000);
        const { day, time } = clockIn(where, at);
        expect(time).toBe("09:00");
        expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });
});
