import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARKS, marksOfTalk } from "../../src/programme/marks.ts";
import { ruleNames } from "../../src/programme/rule-names.ts";
import { count, countOnce, ENOUGH, NO_FIGURES, sumOf, type Tally } from "../../src/programme/tally.ts";
import { type Learned, TOO_FEW, tellLearned } from "../../src/programme/tell-learned.ts";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";
import { practised } from "./past.ts";

const dana = projectFlow("late-delivery");
const EMPTY: Tally = { figures: NO_FIGURES, waiting: [] };

/** What different people did, in ways a talk can go. */
const WAYS = {
  stopped: ["length/1 to 3", MARKS.stopped, MARKS.leftIn("furious")],
  resolved: ["length/4 to 6", MARKS.ending("resolved"), MARKS.endedBy("in warming, to resolved")],
  "walked-off": ["length/4 to 6", MARKS.ending("escalated"), MARKS.endedBy("anywhere, when threat")],
};
type Way = keyof typeof WAYS;
const talks = (ways: readonly Way[]): Tally =>
  ways.reduce(
    (tally, way, index) => countOnce(tally, { user: `U${index}`, source: `S${index}`, marks: WAYS[way] }),
    EMPTY,
  );
const told = (tally: Tally): string =>
  tellLearned(dana, { talks: tally.figures, appeals: NO_FIGURES }).join("\n");

const way = fc.constantFrom<Way>("stopped", "resolved", "walked-off");
const happening = fc.record({ user: fc.integer({ min: 0, max: 11 }), way, erased: fc.boolean() });

describe("what trainers learn back", () => {
  it("is nothing before five different people, however often one of them practises", () => {
    const four = talks(["stopped", "stopped", "stopped", "stopped"]);
    expect(told(four)).toBe(TOO_FEW);
    const again = countOnce(four, { user: "U0", source: "S9", marks: WAYS.resolved });
    expect(again).toEqual(four);
    expect(told(talks(["stopped", "stopped", "stopped", "stopped", "stopped"]))).toContain("From 5 talks");
  });

  it("changes only when five different people have come, and never when somebody is erased", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        let tally = EMPTY;
        let since = new Set<number>();
        for (const [index, { user, way, erased }] of happenings.entries()) {
          const before = told(tally);
          if (erased) {
            tally = { ...tally, waiting: tally.waiting.filter((one) => one.user !== String(user)) };
            since.delete(user);
            expect(told(tally)).toBe(before);
            continue;
          }
          tally = countOnce(tally, { user: String(user), source: String(index), marks: WAYS[way] });
          since.add(user);
          expect(tally.figures.people % ENOUGH).toBe(0);
          expect(new Set(tally.waiting.map((one) => one.user)).size).toBeLessThan(ENOUGH);
          if (tally.waiting.length === 0) {
            expect(since.size).toBe(ENOUGH);
            since = new Set();
          } else expect(told(tally)).toBe(before);
        }
      }),
    );
  });

  it("reads the same whoever of the five did what", () => {
    const five = fc.array(way, { minLength: ENOUGH, maxLength: ENOUGH });
    fc.assert(
      fc.property(five, fc.integer({ min: 1, max: 4 }), (ways, by) => {
        expect(told(talks([...ways.slice(by), ...ways.slice(0, by)]))).toBe(told(talks(ways)));
      }),
    );
  });

  it("never shows what a single person did unlike all others, nor that they did not do as all others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), way, way, (batches, at, all, one) => {
        const alike: Way[] = Array.from({ length: batches * ENOUGH }, () => all);
        const other = alike.with(at % alike.length, one);
        expect(told(talks(other))).toBe(told(talks(alike)));
      }),
    );
  });

  it("holds no name, no practice and nobody's words once it is counted", () => {
    const tally = talks(["stopped", "resolved", "resolved", "stopped", "walked-off"]);
    expect(tally.waiting).toEqual([]);
    expect(JSON.stringify(tally.figures)).not.toMatch(/U\d|S\d/);
  });

  it("says how far people come, how it ends, where they leave and what ends talks", () => {
    const rule = ruleNames(dana).find(({ name }) => name.startsWith("in ") && name.endsWith("to resolved"));
    const marks = ["length/4 to 6", MARKS.ending("resolved"), MARKS.endedBy(rule?.name ?? "")];
    const all = ["a", "b", "c", "d", "e"].reduce(
      (tally, user, index) => count(tally, { user, source: user, marks: index < 3 ? marks : WAYS.stopped }),
      EMPTY,
    );
    const lines = tellLearned(dana, { talks: all.figures, appeals: NO_FIGURES });
    expect(lines.slice(1)).toEqual([
      "How far: 4 to 6 messages: most; 1 to 3 messages: some.",
      expect.stringMatching(/^Endings: .*resolved \(good\) most;.*; stopped before one some\.$/),
      "Where people leave: in furious: some.",
      `What ends talks: line ${rule?.line} (${rule?.name}): most.`,
    ]);
  });

  it("tells which readings were seen differently, five people at a time", () => {
    const marks = ["differing/Telling somebody to calm down: seen. The trainee: It isn't there."];
    const appeals = ["a", "b", "c", "d", "e"].reduce(
      (t, user) => count(t, { user, source: user, marks }),
      EMPTY,
    );
    const learned: Learned = { talks: NO_FIGURES, appeals: appeals.figures };
    expect(tellLearned(dana, learned)).toEqual([
      "Readings seen differently, by 5 people or more: Telling somebody to calm down: seen. The trainee: It isn't there: nearly all or all.",
    ]);
  });

  it("of several workspaces is one sum", () => {
    const one = talks(["stopped", "stopped", "stopped", "stopped", "stopped"]).figures;
    expect(sumOf([one, one])).toMatchObject({ people: 10, marks: { stopped: 10 } });
    expect(sumOf([])).toEqual(NO_FIGURES);
  });
});

describe("the marks of a talk", () => {
  it("are where it was left, or how it ended and by which rule, and never its words", () => {
    expect(marksOfTalk(practised(dana))).toEqual(["length/no message", "stopped", `left-in/${dana.start}`]);
    const ended = Array.from({ length: 30 }, () => "Calm down, it's only a bike.").reduce(
      takeTurn,
      begin(dana, 7, "Ada"),
    );
    const marks = marksOfTalk(ended);
    expect(marks.map((mark) => mark.split("/")[0])).toEqual(["length", "ending", "ended-by"]);
    expect(marks.join()).not.toMatch(/bike|Ada/);
  });

  it("know a talk that was left after some messages", () => {
    const left = happen(takeTurn(begin(dana, 7, "Ada"), "Hello."), { type: "stop" });
    expect(marksOfTalk(left)[0]).toBe("length/1 to 3");
  });
});

it.each(projectFlows.map((flow) => [flow.id, flow]))("every rule of %s has a name of its own", (_, flow) => {
  const names = ruleNames(flow).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
