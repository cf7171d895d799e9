import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Showing } from "../../src/challenge/showing.ts";
import { bandOf, bandsOf } from "../../src/challenge/team-bands.ts";
import { tellBand, tellFirstTimers, tellMended } from "../../src/challenge/tell-celebration.ts";
import { peopleIn, showing, showings, without } from "./showings.ts";

const FLOWS = ["a", "b"];
const team = (clear: number, people: number) =>
  Array.from({ length: people }, (_, index) =>
    FLOWS.map((flow) => showing(`U${index}`, index < clear ? "clear" : "partly", { flow })),
  ).flat();

/** Everything that a summary says of a team without naming anybody. */
const told = (all: readonly Showing[], mended = 0) => [
  ...bandsOf(all).map(tellBand),
  tellFirstTimers(all),
  tellMended(mended, all),
];

describe("the skills of a team", () => {
  it("are told in one of three bands for each skill", () => {
    expect(bandsOf(team(4, 6)).map(tellBand)).toEqual([
      "Validation showed clearly with most of you.",
      "Clarifying questions showed clearly with most of you.",
      "De-escalation showed clearly with most of you.",
    ]);
    expect(bandsOf(team(3, 6))[0]?.band).toBe("about half");
    expect(bandsOf(team(0, 6))[0]?.band).toBe("some");
  });

  it("stay untold with four people, and with one customer, however many practices there are", () => {
    expect(bandsOf(team(4, 4))).toEqual([]);
    const one = Array.from({ length: 9 }, (_, index) => showing(`U${index}`, "clear"));
    expect(bandsOf(one)).toEqual([]);
    expect(bandsOf([...team(4, 4), ...team(4, 4), ...team(4, 4)])).toEqual([]);
  });

  it("leave out a skill that was called for with fewer than five people", () => {
    const rare = team(5, 5).map((one, index) =>
      index < 2 ? { ...one, rated: { ...one.rated, question: "not rated" as const } } : one,
    );
    expect(bandsOf(rare).map(({ skill }) => skill)).toEqual(["validation", "de-escalation"]);
  });

  it("count each person once, however much they practise", () => {
    const busy = [...team(1, 6), ...Array.from({ length: 30 }, () => showing("U0", "clear", { flow: "a" }))];
    expect(bandsOf(busy)).toEqual(bandsOf(team(1, 6)));
  });

  it("tell nobody who knows their own practices what one of the others did, whatever the size of the team", () => {
    for (let people = 5; people <= 60; people += 1)
      for (let clear = 0; clear <= people; clear += 1)
        for (const own of [0, 1].filter((one) => one <= clear && clear - one <= people - 1)) {
          const others = Array.from({ length: people }, (_, left) => left).filter(
            (left) => bandOf(left + own, people) === bandOf(clear, people),
          );
          // Some number between none and all of the others fits as well, so each of them may or may not be among those.
          expect(others.some((left) => left > 0 && left < people - 1)).toBe(true);
        }
  });
});

describe("what a summary says without naming anybody", () => {
  it("is not said any more when one person of five is taken out, whoever that is", () => {
    for (const user of peopleIn(team(2, 5)))
      expect(told(without(team(2, 5), user), 50).filter(Boolean)).toEqual([]);
  });

  it("begins with five people: with one fewer nothing is said at all", () => {
    fc.assert(
      fc.property(showings({ most: 4 }), fc.nat(100), (all, mended) => {
        expect(told(all, mended).filter(Boolean)).toEqual([]);
      }),
    );
  });

  it("is the same whoever of two people did what", () => {
    const pair = showings().filter((all) => peopleIn(all).length >= 2);
    fc.assert(
      fc.property(pair, fc.nat(), fc.nat(), fc.nat(60), (all, first, second, mended) => {
        const people = peopleIn(all);
        const [a = "", b = ""] = [people[first % people.length], people[second % people.length]];
        const other = new Map([
          [a, b],
          [b, a],
        ]);
        const swapped = all.map((one) => ({ ...one, user: other.get(one.user) ?? one.user }));
        expect(told(swapped, mended)).toEqual(told(all, mended));
      }),
    );
  });

  it("never lets one observer be sure of another: some other team, alike but for that person, reads the same", () => {
    const enough = showings().filter((all) => bandsOf(all).length > 0);
    fc.assert(
      fc.property(enough, fc.nat(), fc.nat(), (all, seeing, seen) => {
        const [band] = bandsOf(all);
        const skill = band?.skill ?? "validation";
        const called = all.filter(({ rated }) => rated[skill] !== "not rated");
        const people = peopleIn(called);
        const observer = people[seeing % people.length] ?? "";
        const target = people.filter((one) => one !== observer)[seen % (people.length - 1)] ?? "";
        const words = (some: Showing[]) => bandsOf(some).find((one) => one.skill === skill)?.band;
        const others = people.filter((one) => one !== observer && one !== target);
        // The one person did otherwise; and beside them either nobody else did, or one other.
        const alike = [undefined, ...others].map((beside) =>
          called.map((one) =>
            one.user === target || one.user === beside ? turned(one, called, skill) : one,
          ),
        );
        expect(alike.map(words)).toContain(words(called));
      }),
    );
  });

  it("speaks of first-timers only where three did and three did not begin, so that the number points at nobody", () => {
    fc.assert(
      fc.property(showings(), (all) => {
        const words = tellFirstTimers(all);
        const first = peopleIn(all.filter(({ isFirst }) => isFirst)).length;
        const others = peopleIn(all).length - first;
        expect(words !== undefined).toBe(first >= 3 && others >= 3);
        if (words) expect(words).toContain(`${first} practised for the first time`);
      }),
    );
    const beginner = showing("U9", "clear", { isFirst: true });
    expect(told([...team(3, 8), beginner])).toEqual(told(team(3, 8)));
  });

  it("tells mended turns in steps of five, so that one more or one less is not seen but at a step", () => {
    expect(tellMended(4, team(1, 8))).toBeUndefined();
    expect(tellMended(9, team(1, 8))).toBe(tellMended(5, team(1, 8)));
    expect(tellMended(12, team(1, 8))).toContain("At least 10 turns were mended");
    expect(tellMended(12, team(1, 4))).toBeUndefined();
  });
});

// Whoever was mostly clear is not, and the other way round.
function turned(one: Showing, all: readonly Showing[], skill: "validation" | "question" | "de-escalation") {
  const own = all.filter(({ user }) => user === one.user);
  const clear = own.filter(({ rated }) => rated[skill] === "clear").length * 2 >= own.length;
  return { ...one, rated: { ...one.rated, [skill]: clear ? ("partly" as const) : ("clear" as const) } };
}
