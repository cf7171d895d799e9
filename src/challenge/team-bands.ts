import type { SkillName } from "../flow/flow.ts";
import { ENOUGH } from "../programme/tally.ts";
import { peopleBehind, type Showing } from "./showing.ts";

/** With how many people a skill showed clearly, so roughly that nobody can tell anything about one of the others. */
export const BANDS = ["some", "about half", "most"] as const;
export type Band = (typeof BANDS)[number];

/** How one skill showed in a team. */
export type SkillBand = { skill: SkillName; band: Band };

/** How many different customers stand behind every figure at least. */
export const ENOUGH_FLOWS = 2;

const SKILLS: readonly SkillName[] = ["validation", "question", "de-escalation"];

/**
 * How the skills showed in the practices of a team: each only where at least five people and two customers stand behind
 * it. There are no more than three bands, because with more of them somebody who knows their own practices could tell
 * in a small team what all the others did.
 */
export const bandsOf = (showings: readonly Showing[]): SkillBand[] =>
  SKILLS.flatMap((skill) => {
    const called = showings.filter(({ rated }) => (rated[skill] ?? "not rated") !== "not rated");
    const people = peopleBehind(called);
    const flows = new Set(called.map(({ flow }) => flow)).size;
    if (people < ENOUGH || flows < ENOUGH_FLOWS) return [];
    const own = Map.groupBy(called, ({ user }) => user);
    const clear = [...own.values()].filter((practices) => isMostlyClear(practices, skill)).length;
    return [{ skill, band: bandOf(clear, people) }];
  });

/** The band of so many people among so many, at least five. */
export function bandOf(some: number, people: number): Band {
  const share = some / people;
  return share < 0.45 ? "some" : share <= 0.55 ? "about half" : "most";
}

function isMostlyClear(practices: readonly Showing[], skill: SkillName): boolean {
  const clear = practices.filter(({ rated }) => rated[skill] === "clear").length;
  return clear * 2 >= practices.length;
}
