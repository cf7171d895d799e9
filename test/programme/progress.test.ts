import { describe, expect, it } from "vitest";
import { hintsCanFade, progressOf, type Rated, weakestSkill } from "../../src/programme/progress.ts";
import { tellSkillProgress } from "../../src/programme/tell-progress.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { practised } from "./past.ts";

const dana = projectFlow("late-delivery");
const clear = practised(dana, ["specific-validation"]);
const partly = practised(dana, ["generic-validation"]);
const missed = practised(dana, ["nothing"]);
const untouched = practised(dana);

const questions = (...rated: Rated[]) => ({ skill: "question" as const, rated, occasions: rated.length });

describe("progress", () => {
  it("says of each skill how it showed, the oldest practice first", () => {
    const [validation, question] = progressOf([clear, partly, missed]).skills;
    expect(validation).toEqual({
      skill: "validation",
      rated: ["not spotted", "partly", "clear"],
      occasions: 3,
    });
    expect(question?.rated).toEqual(["not rated", "not rated", "not rated"]);
  });

  it("does not count a practice that was stopped before its first message", () => {
    const progress = progressOf([untouched, clear]);
    expect(progress.skills[0]?.rated).toEqual(["clear"]);
    expect(progress.practices.map(({ clear }) => clear)).toEqual([false, true]);
  });

  it.each([
    [[], "not called for yet."],
    [["not rated", "not rated"], "not called for yet."],
    [["partly"], "partly in the one practice that called for it."],
    [
      ["clear", "not rated", "partly", "not spotted"],
      "clear in 1, partly in 1, not spotted in 1 of your last 3 practices.",
    ],
    [["partly", "partly"], "partly in both of your last practices."],
    [
      ["clear", "partly", "partly", "not spotted", "clear", "partly", "clear", "clear"],
      "clear in 3 of your last 4 practices, and in 1 of the 4 before. More often than before.",
    ],
    [
      ["clear", "clear", "partly", "partly"],
      "clear in 0 of your last 2 practices, and in 2 of the 2 before.",
    ],
    [
      ["not spotted", "clear", "partly", "clear", "clear"],
      "clear in 2 of your last 3 practices, and in 1 of the 2 before. More often than before.",
    ],
  ] as [Rated[], string][])("tells %j as: %s", (rated, words) => {
    expect(tellSkillProgress(questions(...rated))).toBe(`Clarifying questions: ${words}`);
  });

  it("finds the weakest skill only where there were enough occasions to say so", () => {
    expect(weakestSkill(progressOf([]))).toBeUndefined();
    expect(weakestSkill(progressOf([missed]))).toBeUndefined();
    expect(weakestSkill(progressOf([missed, missed, missed]))).toBe("validation");
    expect(weakestSkill(progressOf([clear, clear, clear]))).not.toBe("validation");
  });

  it("lets hints fade after three clear practices with one hint at most", () => {
    const progress = progressOf([clear, missed, clear, clear]);
    const hinted = (...hints: number[]) => ({
      ...progress,
      practices: progress.practices.map((one, n) => ({ ...one, hints: hints[n] ?? 0 })),
    });
    expect(hintsCanFade(progress)).toBe(true);
    expect(hintsCanFade(hinted(1))).toBe(true);
    expect(hintsCanFade(hinted(1, 0, 1))).toBe(false);
    expect(hintsCanFade(progressOf([clear, clear]))).toBe(false);
  });
});
