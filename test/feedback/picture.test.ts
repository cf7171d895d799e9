import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chart } from "../../src/feedback/chart.ts";
import { courseOf, type Lived } from "../../src/feedback/course.ts";
import { debrief } from "../../src/feedback/debrief.ts";
import { drawable, fitting, widthOf } from "../../src/feedback/lettering.ts";
import { picture } from "../../src/feedback/picture.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { canvas } from "../../src/store/draw-picture.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { expectInsideFrame } from "../inside-frame.ts";

const METERS: Flow["meters"] = {
  frustration: { start: 70, better: "low" },
  trust: { start: 20, better: "high" },
};
const turn = (reply: string, frustration: number, trust: number, change: number) => ({
  reply,
  meters: { frustration, trust },
  change,
});
const TALK: Lived = {
  customer: "Dana Reyes",
  view: [
    turn("Calm down, please.", 90, 10, -15),
    turn("Two broken promises, and the party is on Saturday.", 60, 30, 25),
    turn("I'll ring the courier now.", 55, 35, 5),
  ],
  turning: { turn: 2, better: true },
};
const drawn = (lived: Lived, meters = METERS) => picture(lived, meters) ?? { svg: "", alt: "" };

describe("the course of a practice", () => {
  it("begins where the customer stood before the first message", () => {
    expect(courseOf(TALK, METERS)?.strands).toEqual([
      { meter: "frustration", better: "low", values: [70, 90, 60, 55] },
      { meter: "trust", better: "high", values: [20, 10, 30, 35] },
    ]);
  });

  it("has the debrief's turning point, and the strongest in the other direction", () => {
    const points = courseOf(TALK, METERS)?.points.map(({ turn, better }) => [turn, better]);
    expect(points).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it("has no turning point where nothing moved much", () => {
    const calm = { ...TALK, view: [turn("Hello", 70, 20, 3)], turning: undefined };
    expect(courseOf(calm, METERS)?.points).toEqual([]);
  });
});

describe("the picture of a practice", () => {
  it("is not drawn before the first message", () => {
    expect(picture({ ...TALK, view: [] }, METERS)).toBeUndefined();
    expect(chart({ ...TALK, view: [] }, METERS)).toBeUndefined();
  });

  it("is told in words: who, the way of each meter, and the lines at which it turned", () => {
    expect(drawn(TALK).alt).toBe(
      "How Dana Reyes felt over your 3 messages, from 0 to 100. Message 1 hurt most: “Calm down, please.” Message 2 helped most: “Two broken promises, and the party is on Saturday.” Frustration (lower is better): 70 at the start, 90 after message 1, 55 at the end. Trust (higher is better): 20 at the start, 10 after message 1, 35 at the end.",
    );
  });

  it("names every line at its end, and says which way is better", () => {
    const { svg } = drawn(TALK);
    expect(svg).toContain(">55 Frustration<");
    expect(svg).toContain(">35 Trust<");
    expect(svg).toContain(">Lower is better: frustration.");
    expect(svg).toContain("Higher is better: trust.<");
  });

  it("tells lines and turning points apart without colour", () => {
    const grey = drawn(TALK).svg.replaceAll(/#[0-9a-f]{6}/g, "#000000");
    const strands = [...grey.matchAll(/stroke-width="5"[^/]*/g)].map(([line]) => line);
    expect(new Set(strands).size).toBe(2);
    expect(grey).toContain(">Message 1 hurt most:<");
    expect(grey).toContain(">Message 2 helped most:<");
  });

  it("holds nothing smaller than 14 pixels on a phone, where it is 420 wide", () => {
    const { svg } = drawn(TALK);
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map((found) => Number(found[1]));
    expect(Math.min(...sizes) / (Number(/width="(\d+)"/.exec(svg)?.[1]) / 420)).toBeGreaterThanOrEqual(14);
  });

  it("shows a real practice of every length", () => {
    const flow = projectFlow("late-delivery");
    const session = ["Sorry.", "Calm down.", "Two promises and no bike. Which day is the party?"].reduce(
      takeTurn,
      begin(flow, 7, "Sam"),
    );
    const { svg, alt } = drawn(debrief(session), flow.meters);
    expect(alt).toContain("Message 2 hurt most: “Calm down.”");
    expect(svg.match(/<text/g)?.length).toBeGreaterThan(10);
  });

  it("leaves out words that its font cannot draw, and keeps them in `alt`", () => {
    const { svg, alt } = drawn({ ...TALK, customer: "Ольга 🙂" });
    expect(svg).toContain("How the customer felt");
    expect(alt).toContain("Ольга 🙂");
    expect(drawable("Fine 👍🏽 thanks")).toBe("Fine thanks");
  });

  it("no words of a trainer or a trainee break out of it", async () => {
    const nasty = `</text><script>"x" & 'y'</script>]]>\u0000\ud800`;
    const { svg } = drawn({ ...TALK, customer: nasty, view: [turn(nasty, 0, 0, -50)], turning: undefined });
    expect(svg).not.toContain("<script");
    await canvas(svg);
  });

  it("whatever the names and values, it is well-formed, within its frame, and told within the limit", async () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: fc.constantFrom("W", "m", "%", "Œ", " ", "<", "&", "é"), maxLength: 200 }),
    );
    const meter = fc.record({
      start: fc.integer({ min: 0, max: 100 }),
      better: fc.constantFrom("high", "low"),
    });
    const value = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double());
    const meters = fc.dictionary(words, meter, { maxKeys: 7, noNullPrototype: true });
    const view = fc.array(
      fc.record({
        reply: words,
        change: fc.integer({ min: -100, max: 100 }),
        meters: fc.dictionary(words, value, { maxKeys: 3, noNullPrototype: true }),
      }),
      { minLength: 1, maxLength: 70 },
    );
    await fc.assert(
      fc.asyncProperty(
        words,
        meters,
        view,
        fc.array(value, { maxLength: 70 }),
        async (customer, meters, view, values) => {
          const [first] = Object.keys(meters);
          const lived = view.map((turn, index) => ({
            ...turn,
            meters: first === undefined ? turn.meters : { ...turn.meters, [first]: values[index] ?? 50 },
          }));
          const { svg, alt } = drawn({ customer, view: lived, turning: undefined }, meters as Flow["meters"]);
          expect(svg).not.toMatch(/NaN|undefined/);
          expect(alt.length).toBeGreaterThan(0);
          expect(alt.length).toBeLessThanOrEqual(2_000);
          await expectInsideFrame(svg);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("lettering", () => {
  it("words are cut to a width behind an ellipsis", () => {
    const cut = fitting("a rather long name for a meter", 120, 30);
    expect(cut).toMatch(/^a ra.*…$/);
    expect(widthOf(cut, 30)).toBeLessThanOrEqual(120);
  });
});

describe("the chart in the terminal", () => {
  it("shows each meter in blocks between its numbers, and marks where it turned", () => {
    expect(chart(TALK, METERS)).toBe(
      [
        "Frustration   70  ▆▇▅▅   55  lower is better",
        "Trust         20  ▂▂▃▃   35  higher is better",
        "                   v^",
        "v Message 1 hurt most.",
        "^ Message 2 helped most.",
        "From the opening to message 3; 0 to 100.",
      ].join("\n"),
    );
  });

  it("fits into 80 columns however long the practice and the names", () => {
    const view = Array.from({ length: 300 }, (_, n) => turn("x", n % 100, 50, n === 250 ? 40 : 0));
    const meters: Flow["meters"] = {
      ...METERS,
      "how-very-tired-of-all-of-this": { start: 1, better: "low" },
    };
    const lines = chart({ ...TALK, view, turning: undefined }, meters)?.split("\n") ?? [];
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.join("\n")).toContain("^ Message 251 helped most.");
  });
});
