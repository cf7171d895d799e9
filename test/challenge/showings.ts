import fc from "fast-check";
import type { Showing } from "../../src/challenge/showing.ts";
import type { Rated } from "../../src/programme/progress.ts";

const RATINGS: Rated[] = ["clear", "partly", "not spotted", "not rated"];

/** A practice of somebody, in which every skill was rated the same unless told otherwise. */
export const showing = (user: string, rated: Rated, more: Partial<Showing> = {}): Showing => ({
  ...{ user, channel: "C1", flow: "cold-soup", isFirst: false },
  rated: { validation: rated, question: rated, "de-escalation": rated },
  ...more,
});

/** Practices of a team of any size, each person with some. */
export const showings = ({ most = 14 } = {}) =>
  fc
    .array(
      fc.record({
        isFirst: fc.boolean(),
        practices: fc.array(
          fc.record({ rated: fc.constantFrom(...RATINGS), flow: fc.constantFrom("a", "b", "c") }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      { maxLength: most },
    )
    .map((people) =>
      people.flatMap(({ isFirst, practices }, index) =>
        practices.map(({ rated, flow }) => showing(`U${index}`, rated, { flow, isFirst })),
      ),
    );

/** Everybody's practices but those of one person. */
export const without = (all: readonly Showing[], user: string): Showing[] =>
  all.filter((one) => one.user !== user);

/** The people behind some practices. */
export const peopleIn = (all: readonly Showing[]): string[] => [...new Set(all.map(({ user }) => user))];
