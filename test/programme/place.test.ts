import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import type { LearningPath } from "../../src/flow/path.ts";
import { currentOf, join, type Membership } from "../../src/programme/membership.ts";
import { type Place, placeOn, practicesFor, type Went } from "../../src/programme/place.ts";
import { progressOf } from "../../src/programme/progress.ts";
import { suggestNext } from "../../src/programme/suggest-next.ts";
import { asksForPaths, tellFinished, tellNextStep, tellSteps } from "../../src/programme/tell-place.ts";
import { tellNext } from "../../src/programme/tell-progress.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { practised } from "./past.ts";

const dana = projectFlow("late-delivery");
const flow = (id: string, some: Partial<Flow> = {}): Flow => ({
  ...dana,
  id,
  title: id.toUpperCase(),
  ...some,
});
const HEAVY = { care: { heavy: true, before: undefined, after: undefined } };
const pathOf = (...flows: string[]): LearningPath => ({
  id: "week",
  file: "flows/paths/week.yml",
  language: "en",
  title: "Your week",
  about: "A week.",
  steps: flows.map((name, index) => ({ flow: name, goal: `Goal of ${name}.`, day: index + 1 })),
});
const FLOWS = ["a", "b", "c"].map((id) => flow(id));
const WENT: Went = { persona: "Dana", outcome: "mixed" };
const placeAfter = (path: LearningPath, done: string[], flows = FLOWS): Place =>
  placeOn(
    path,
    practicesFor(
      path,
      done.map((name) => ({ flow: name })),
    ).map((one) => one && WENT),
    flows,
  );

describe("a place on a path", () => {
  it("is at the first step to begin with, and moves on with every talk that came to an end", () => {
    const week = pathOf("a", "b", "c");
    expect(placeAfter(week, []).next).toMatchObject({ n: 1, of: 3, name: "a" });
    expect(placeAfter(week, ["a"]).next).toMatchObject({ n: 2, goal: "Goal of b." });
    expect(placeAfter(week, ["a", "b", "c"])).toMatchObject({ isFinished: true, next: undefined });
  });

  it("counts steps taken in another order, and customers beside the path not at all", () => {
    expect(placeAfter(pathOf("a", "b", "c"), ["c", "x", "a", "a"]).next).toMatchObject({ n: 2 });
  });

  it("asks for a customer as often as the path does, and tells how the last talks went", () => {
    const twice = pathOf("a", "b", "a");
    expect(placeAfter(twice, ["a"]).steps.map(({ went }) => went !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    const done = ["first", "second", "third"].map((id) => ({ flow: "a", id }));
    expect(practicesFor(twice, done).map((one) => one?.id)).toEqual(["second", undefined, "third"]);
  });

  it("passes over a customer who is not available, and is never finished without them", () => {
    const place = placeAfter(pathOf("a", "gone", "b"), ["a"]);
    expect(place.next).toMatchObject({ n: 3, name: "b" });
    expect(placeAfter(pathOf("a", "gone"), ["a"])).toMatchObject({ next: undefined, isFinished: false });
  });

  it("never moves back by practising more", () => {
    const name = fc.constantFrom("a", "b", "c", "x");
    const count = (place: Place) => place.steps.filter(({ went }) => went).length;
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.array(name),
        name,
        (steps, done, more) => {
          const path = pathOf(...steps);
          const [before, after] = [placeAfter(path, done), placeAfter(path, [...done, more])];
          expect(count(after) - count(before)).toBe(
            before.steps.some((s) => s.name === more && !s.went) ? 1 : 0,
          );
        },
      ),
    );
  });
});

describe("a place in words", () => {
  it("says what is done and how it went, what is next with its goal, and what is to come", () => {
    const place = placeAfter(pathOf("a", "b", "gone"), ["a"]);
    expect(tellSteps(place)).toEqual([
      "1. A: done. Dana left it there.",
      "2. B: next. Medium, about 8 minutes.",
      "3. gone: not available just now.",
    ]);
    expect(place.next && tellNextStep(place.next)).toBe(
      "Step 2 of 3 on “Your week”, meant for day 2. B. Medium, about 8 minutes. Goal: Goal of b.",
    );
  });

  it("is warm at the end, and holds no grade", () => {
    const told = tellFinished(placeAfter(pathOf("a", "b", "a"), ["a", "b", "a"]));
    expect(told).toContain("Two difficult customers, and you stayed with each of them");
    expect(told).not.toMatch(/good|bad|score|\d/);
  });

  it.each(["paths", "Path?", "my path", "show me the paths"])("“%s” asks for it", (words) => {
    expect(asksForPaths(words)).toBe(true);
  });
  it.each(["The path to your door is icy.", "pathology", "career path"])("“%s” does not", (words) => {
    expect(asksForPaths(words)).toBe(false);
  });
});

describe("what to practise next on a path", () => {
  const missed = practised(dana, ["nothing"]);
  const progress = progressOf([missed, missed, missed]);
  const step = placeAfter(pathOf("b", "c"), []).next;

  it("is the next step, before any skill decides, with its goal", () => {
    const next = suggestNext(progress, FLOWS, step) ?? expect.unreachable();
    expect(next).toMatchObject({ flow: { id: "b" }, skill: undefined });
    expect(tellNext(next)).toBe(
      "Suggested next: B. Medium, about 8 minutes. Step 1 of 2 on “Your week”, meant for day 1. Goal: Goal of b.",
    );
  });

  it("is something lighter where the step is heavy and the last practice was too", () => {
    const flows = [flow("a"), flow("b", HEAVY)];
    const heavy = progressOf([practised(flow("z", HEAVY), ["nothing"])]);
    expect(suggestNext(heavy, flows, step)?.flow.id).toBe("a");
    expect(suggestNext(progress, flows, step)?.flow.id).toBe("b");
  });

  it("is another customer where the step's own may not be suggested now", () => {
    expect(suggestNext(progress, [flow("a")], step)).toMatchObject({ flow: { id: "a" } });
  });
});

describe("joining a path", () => {
  const week = pathOf("a");
  const on = (path: string, some: Partial<Membership> = {}): Membership => ({
    ...{ path, title: path, joinedAt: 5, leftAt: undefined, finishedAt: undefined },
    ...some,
  });

  it("begins now, and lets the path that somebody was on wait", () => {
    expect(join([on("other")], week, 9)).toEqual([
      on("other", { leftAt: 9 }),
      on("week", { title: "Your week", joinedAt: 9 }),
    ]);
  });

  it("goes on where somebody left it, begins again what was finished, and changes nothing twice", () => {
    expect(join([on("week", { leftAt: 7 })], week, 9)).toMatchObject([{ joinedAt: 5, leftAt: undefined }]);
    expect(join([on("week", { finishedAt: 7 })], week, 9)).toMatchObject([
      { joinedAt: 9, finishedAt: undefined },
    ]);
    expect(join([on("week")], week, 9)).toEqual([]);
  });

  it("is about one path at a time", () => {
    const all = [on("a", { leftAt: 1 }), on("b", { finishedAt: 1 })];
    expect(currentOf(all)).toBeUndefined();
    expect(currentOf([...all, on("week")])?.path).toBe("week");
  });
});
