import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SkillName } from "../../src/flow/flow.ts";
import { progressOf, type Rated } from "../../src/programme/progress.ts";
import { progressPicture } from "../../src/programme/progress-picture.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { expectInsideFrame } from "../inside-frame.ts";
import { practised } from "./past.ts";

const RATINGS: Rated[] = ["clear", "partly", "not spotted", "not rated"];
const skill = (name: SkillName, ...rated: Rated[]) => ({ skill: name, rated, occasions: rated.length });
const three = (...rated: Rated[]) => ({
  skills: [skill("validation", ...rated), skill("question", ...rated), skill("de-escalation", ...rated)],
});
const drawn = (...given: Parameters<typeof progressPicture>) =>
  progressPicture(...given) ?? { svg: "", alt: "" };
const shapes = (svg: string) => svg.match(/<(?:circle|path)[^>]*>/g)?.length ?? 0;

describe("the picture of progress", () => {
  it("is not drawn before the first practice with a message", () => {
    expect(progressPicture(progressOf([]))).toBeUndefined();
    expect(progressPicture(progressOf([practised(projectFlow("late-delivery"))]))).toBeUndefined();
  });

  it("is told in words: each skill, practice by practice, the oldest first", () => {
    const skills = [
      skill("validation", "not spotted", "partly", "clear"),
      skill("question", "not rated", "clear", "clear"),
    ];
    expect(drawn({ skills }).alt).toBe(
      "How each skill showed in your last practices, oldest to newest. Validation: not spotted, partly, clear. Clarifying questions: not rated, clear, clear.",
    );
  });

  it("of a single practice does not speak of old and new", () => {
    const { svg, alt } = drawn(three("partly"));
    expect(alt).toBe(
      "How each skill showed in your last practice. Validation: partly. Clarifying questions: partly. De-escalation: partly.",
    );
    expect(svg).not.toContain("oldest");
  });

  it("shows the last eight practices, those that did not call for a skill too", () => {
    const rated: Rated[] = ["clear", ...Array<Rated>(7).fill("not rated"), "partly"];
    expect(drawn(three(...rated)).alt).toContain(`Validation: ${rated.slice(1).join(", ")}.`);
    expect(drawn(three(...rated)).svg).toBe(drawn(three(...rated.slice(1))).svg);
  });

  it("has one mark more in each row for each practice more", () => {
    const [two, three_] = [drawn(three("clear", "clear")), drawn(three("clear", "clear", "clear"))];
    expect(shapes(three_.svg) - shapes(two.svg)).toBe(3);
  });

  it("tells every mark apart by its shape, without colour", () => {
    const withoutColour = RATINGS.map((rated) =>
      drawn({ skills: [skill("validation", rated)] })
        .svg.replaceAll(/#[0-9a-f]{6}/g, "#000000")
        .split("\n")
        .filter((line) => /^<(?:circle|path)/.test(line))
        .slice(1, 2)
        .join()
        // Where it stands does not matter.
        .replaceAll(/M\d+ \d+|c[xy]="\d+"/g, ""),
    );
    expect(new Set(withoutColour).size).toBe(4);
    expect(withoutColour.join()).not.toContain("undefined");
  });

  it("explains every mark in words, and never holds a number, a rank or a grade", () => {
    const { svg, alt } = drawn(three(...RATINGS));
    const said = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(said).toEqual([
      "How each skill showed in your last practices",
      "oldest",
      "newest",
      "Validation",
      "Clarifying questions",
      "De-escalation",
      "clear",
      "partly",
      "not spotted",
      "not rated, since nothing called for it",
    ]);
    expect(alt).not.toMatch(/\d/);
  });

  it("holds nothing smaller than 14 pixels on a phone, where it is 420 wide", () => {
    const { svg } = drawn(three("clear"));
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map((found) => Number(found[1]));
    expect(Math.min(...sizes) / (Number(/width="(\d+)"/.exec(svg)?.[1]) / 420)).toBeGreaterThanOrEqual(14);
  });

  it("whatever the names and practices, it is well-formed, within its frame, and told within the limit", async () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: fc.constantFrom("W", "m", "%", "Œ", " ", "<", "&", "é"), maxLength: 200 }),
    );
    const rated = fc.array(fc.constantFrom(...RATINGS), { maxLength: 30 });
    const rows = fc.array(fc.tuple(words, rated), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const skills = rows.map(([, rated], index) => skill(`skill-${index}` as SkillName, ...rated));
        const titles = Object.fromEntries(rows.map(([title], index) => [`skill-${index}`, title]));
        const found = progressPicture({ skills }, titles);
        expect(found === undefined).toBe(rows.every(([, rated]) => rated.length === 0));
        if (!found) return;
        expect(found.svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(found.alt.length).toBeLessThanOrEqual(2_000);
        await expectInsideFrame(found.svg);
      }),
      { numRuns: 60 },
    );
  });
});
