import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { type PastPractice, type Progress, progressOf } from "../../src/programme/progress.ts";
import { suggestNext } from "../../src/programme/suggest-next.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { practised } from "./past.ts";

const dana = projectFlow("late-delivery");
const flow = (id: string, some: Partial<Flow> = {}): Flow => ({
  ...dana,
  id,
  title: id,
  tags: [id],
  level: "easy",
  persona: { ...dana.persona, name: id },
  ...some,
});
const HEAVY = { care: { heavy: true, before: undefined, after: undefined } };
const past = (id: string, some: Partial<PastPractice> = {}): PastPractice => ({
  flow: id,
  persona: id,
  tags: [id],
  level: "easy",
  heavy: false,
  outcome: "mixed",
  hints: 0,
  clear: false,
  ...some,
});
const after = (...practices: PastPractice[]): Progress => ({ practices, skills: [] });
const next = (progress: Progress, flows: Flow[]) => suggestNext(progress, flows)?.flow.id;

describe("what to practise next", () => {
  it("is an easy customer to begin with, and nothing in an empty library", () => {
    expect(next(after(), [flow("hard", { level: "hard" }), flow("easy")])).toBe("easy");
    expect(next(after(), [])).toBeUndefined();
  });

  it("is not the flow practised last, unless there is no other", () => {
    expect(next(after(past("a")), [flow("a"), flow("b")])).toBe("b");
    expect(next(after(past("a"), past("b")), [flow("a"), flow("b")])).toBe("b");
    expect(next(after(past("a")), [flow("a")])).toBe("a");
  });

  it("is rather one not practised yet, else the one longest ago", () => {
    const flows = [flow("a"), flow("b"), flow("c")];
    expect(next(after(past("a"), past("b")), flows)).toBe("c");
    expect(next(after(past("c"), past("a"), past("b")), flows)).toBe("b");
  });

  it("is harder after a good end and easier after a bad one", () => {
    const flows = [flow("easy"), flow("medium", { level: "medium" }), flow("hard", { level: "hard" })];
    const from = (outcome: PastPractice["outcome"]) =>
      next(after(past("other", { level: "medium", outcome })), flows);
    expect([from("good"), from("mixed"), from(undefined), from("bad")]).toEqual([
      "hard",
      "medium",
      "medium",
      "easy",
    ]);
  });

  it("is never heavy right after a heavy one", () => {
    const heavy = past("a", { heavy: true });
    expect(next(after(heavy), [flow("a", HEAVY), flow("b", HEAVY), flow("c", { level: "hard" })])).toBe("c");
    expect(next(after(heavy), [flow("a", HEAVY), flow("b", HEAVY)])).toBeUndefined();
  });

  it("lets the weakest skill decide, and says for which skill it is", () => {
    const missed = practised(dana, ["nothing"]);
    const moods = Object.values(dana.moods).map((mood) => ({ ...mood, callsFor: [] }));
    const without = flow("a", { moods: { only: moods[0] ?? expect.unreachable() }, level: "medium" });
    const found = suggestNext(progressOf([missed, missed, missed]), [without, flow("b", { level: "hard" })]);
    expect(found).toMatchObject({ flow: { id: "b" }, skill: "validation", practisedBefore: false });
  });

  it("has another persona and another product than last time", () => {
    const same = flow("a", { persona: { ...dana.persona, name: "last" } });
    const alike = flow("b", { tags: ["last"] });
    expect(next(after(past("last")), [same, alike, flow("c")])).toBe("c");
    expect(next(after(past("last")), [same, alike])).toBe("b");
  });
});
