import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, BANDS, type Batch, type Contribution, ENOUGH_FLOWS } from "../../src/challenge/team-batch.ts";
import { ENOUGH } from "../../src/programme/tally.ts";

/** What can happen: somebody's practice comes to its end, or they leave the challenge or ask to be forgotten. */
type Happening = { user: number; flow: number; clear: boolean; leaves: boolean };
type Counted = Contribution & { index: number };

/** What is shown after everything that happened, who is in each batch, and whose practices still wait. */
type Course = { shown: Batch[]; inside: Counted[][]; waiting: Counted[] };

function play(happenings: readonly Happening[]): Course {
  const shown: Batch[] = [];
  const inside: Counted[][] = [];
  let waiting: Counted[] = [];
  for (const [index, { user, flow, clear, leaves }] of happenings.entries()) {
    const name = `U${user}`;
    if (leaves) {
      waiting = waiting.filter((one) => one.user !== name);
      continue;
    }
    const one: Counted = { user: name, challenge: "c", flow: `f${flow}`, clear, index };
    const added = add(waiting, one);
    if (added.batch) {
      shown.push(added.batch);
      inside.push([...waiting.filter((other) => other.user !== name), one]);
    }
    waiting = [...added.waiting] as Counted[];
  }
  return { shown, inside, waiting };
}

const happening = fc.record({
  user: fc.nat({ max: 8 }),
  flow: fc.nat({ max: 2 }),
  clear: fc.boolean(),
  leaves: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});
const happenings = fc.array(happening, { maxLength: 80, size: "max" });
const RUNS = { numRuns: 500 };

const turned = (all: readonly Happening[], ...at: number[]) =>
  all.map((one, index) => (at.includes(index) ? { ...one, clear: !one.clear } : one));

describe("every figure about a team", () => {
  it("rests on at least five different people and two customers, each person once", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const { inside, waiting } = play(all);
        for (const batch of inside) {
          expect(new Set(batch.map(({ user }) => user)).size).toBe(batch.length);
          expect(batch.length).toBeGreaterThanOrEqual(ENOUGH);
          expect(new Set(batch.map(({ flow }) => flow)).size).toBeGreaterThanOrEqual(ENOUGH_FLOWS);
        }
        expect(new Set(waiting.map(({ user }) => user)).size).toBe(waiting.length);
      }),
      RUNS,
    );
  });

  it("once shown never changes; what comes is shown as whole batches of five people or more beside it", () => {
    fc.assert(
      fc.property(happenings, fc.nat(), (all, cut) => {
        const before = play(all.slice(0, cut % (all.length + 1)));
        const after = play(all);
        expect(after.shown.slice(0, before.shown.length)).toEqual(before.shown);
        for (const batch of after.shown.slice(before.shown.length))
          expect(batch.people).toBeGreaterThanOrEqual(ENOUGH);
      }),
      RUNS,
    );
  });

  it("loses and doubles no practice: it is in one batch, waits, was followed by a later one, or was taken along", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const { inside, waiting } = play(all);
        const found = [...inside.flat(), ...waiting].map(({ index }) => index);
        expect(new Set(found).size).toBe(found.length);
        for (const [index, { user, leaves }] of all.entries()) {
          if (leaves || found.includes(index)) continue;
          const next = all.findIndex((later, at) => at > index && later.user === user);
          expect(next).toBeGreaterThan(index);
        }
      }),
      RUNS,
    );
  });

  it("does not change when somebody leaves or is forgotten, and never counts what of theirs waited", () => {
    fc.assert(
      fc.property(happenings, fc.nat({ max: 8 }), (all, user) => {
        const before = play(all);
        const left = play([...all, { user, flow: 0, clear: false, leaves: true }]);
        expect(left.shown).toEqual(before.shown);
        expect(left.waiting.filter((one) => one.user === `U${user}`)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("is the same with somebody or without them until they are in a batch, and holds four others then", () => {
    fc.assert(
      fc.property(happenings, fc.nat({ max: 8 }), (all, user) => {
        const name = `U${user}`;
        const withThem = play(all);
        const without = play(all.filter((one) => one.user !== user));
        const first = all.findIndex((one) => one.user === user);
        const untouched = play(all.slice(0, Math.max(0, first))).shown;
        expect(withThem.shown.slice(0, untouched.length)).toEqual(untouched);
        expect(without.shown.slice(0, untouched.length)).toEqual(untouched);
        for (const batch of withThem.inside)
          expect(batch.filter((one) => one.user !== name).length).toBeGreaterThanOrEqual(ENOUGH - 1);
      }),
      RUNS,
    );
  });

  // The heart of it. Whoever looks on may have played, and then knows their own; they may even know who is in a batch,
  // in what order everybody came and with whom they practised, and everything that was ever shown. Still each practice
  // of everybody else may just as well have been clear as not.
  it("tells nobody how a practice of anybody else went, whatever they know of their own", () => {
    fc.assert(
      fc.property(happenings, fc.nat({ max: 8 }), (all, viewer) => {
        const { shown, inside } = play(all);
        const others = (batch: Counted[]) => batch.filter(({ user }) => user !== `U${viewer}`);
        for (const batch of inside)
          for (const { index } of others(batch)) {
            const ways = [turned(all, index), ...others(batch).map((one) => turned(all, index, one.index))];
            const alike = ways.filter(
              (way) =>
                way[index]?.clear !== all[index]?.clear &&
                JSON.stringify(play(way).shown) === JSON.stringify(shown),
            );
            expect(alike.length).toBeGreaterThan(0);
          }
      }),
      { numRuns: 150 },
    );
  });

  it("changes by one word at most when one practice of one person goes another way", () => {
    fc.assert(
      fc.property(happenings, fc.nat(), (all, at) => {
        const [one, other] = [play(all).shown, play(turned(all, at % Math.max(1, all.length))).shown];
        expect(other.length).toBe(one.length);
        expect(other.map(({ people }) => people)).toEqual(one.map(({ people }) => people));
        expect(one.filter(({ share }, index) => share !== other[index]?.share).length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it("holds no name, no customer, no challenge and no number of practices", () => {
    for (const batch of play(five([true, true, false, false, true])).shown)
      expect(batch).toEqual({ people: 5, share: "more than half" });
  });
});

const five = (clear: readonly boolean[]): Happening[] =>
  clear.map((one, user) => ({ user, flow: user === 0 ? 0 : 1, clear: one, leaves: false }));

describe("the words of a figure", () => {
  const people = Array.from({ length: 36 }, (_, index) => index + ENOUGH);
  const bandOf = (clear: number, of: number) =>
    play(
      Array.from({ length: of }, (_, user) => ({
        ...{ user, clear: user < clear, leaves: false },
        flow: user === of - 1 ? 0 : 1,
      })),
    ).shown[0]?.share;

  it("are true", () => {
    for (const of of people)
      for (let clear = 0; clear <= of; clear++) {
        const band = bandOf(clear, of);
        if (band === "fewer than half") expect(clear / of).toBeLessThan(0.5);
        if (band === "more than half") expect(clear / of).toBeGreaterThan(0.5);
        if (band === "about half") expect(Math.abs(clear / of - 0.5)).toBeLessThan(0.1);
      }
  });

  it("each stand for so many numbers that one known practice leaves all of the others open", () => {
    for (const of of people) {
      const numbers = Map.groupBy(
        Array.from({ length: of + 1 }, (_, clear) => clear),
        (clear) => bandOf(clear, of),
      );
      for (const [band, some] of numbers) {
        expect(BANDS).toContain(band);
        expect(Math.max(...some)).toBeGreaterThanOrEqual(2);
        expect(Math.min(...some)).toBeLessThanOrEqual(of - 2);
      }
    }
  });
});
