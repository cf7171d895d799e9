/** How many people stand behind every figure at least, and how many come in at a time. */
export const ENOUGH = 5;

/** How many people did what, without who: `marks` counts people by what they did. */
export type Figures = { people: number; marks: Record<string, number> };

/** What one person did, as long as it waits for others to go in with. */
export type Waiting = { user: string; source: string; marks: readonly string[] };

/** Figures that may be shown, and what is not in them yet. */
export type Tally = { figures: Figures; waiting: readonly Waiting[] };

export const NO_FIGURES: Figures = { people: 0, marks: {} };

/**
 * Counts one thing that one person did, once for each person until the others have come; later ones of theirs are left
 * out meanwhile. Nothing shows before five different people wait: then all five go in at once, and who they were is
 * forgotten. So no figure ever changes by one person, and none changes back when somebody's practices are erased.
 */
export function countOnce(tally: Tally, one: Waiting): Tally {
  return tally.waiting.some(({ user }) => user === one.user) ? tally : count(tally, one);
}

/** Counts one thing in the same way; whatever else the same person does before the others come goes in with it. */
export function count({ figures, waiting }: Tally, one: Waiting): Tally {
  const all = [...waiting, one];
  const people = Map.groupBy(all, ({ user }) => user);
  if (people.size < ENOUGH) return { figures, waiting: all };
  const marks = { ...figures.marks };
  for (const own of people.values())
    for (const mark of new Set(own.flatMap((each) => each.marks))) marks[mark] = (marks[mark] ?? 0) + 1;
  return { figures: { people: figures.people + people.size, marks }, waiting: [] };
}

/** The figures of several workspaces as one. */
export const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce((sum, { people, marks }) => {
    const added = { ...sum.marks };
    for (const [mark, number] of Object.entries(marks)) added[mark] = (added[mark] ?? 0) + number;
    return { people: sum.people + people, marks: added };
  }, NO_FIGURES);

/** How many of the people behind some figures did a thing, in words. */
export type Share = "few or none" | "some" | "about half" | "most" | "nearly all or all";

/**
 * How many did a thing, so roughly that nobody stands out: one who did what no other did reads like none, and one who
 * did not do what all others did reads like all. Nothing before there are enough people.
 */
export function shareOf({ people, marks }: Figures, mark: string): Share | undefined {
  if (people < ENOUGH) return undefined;
  const share = (marks[mark] ?? 0) / people;
  if (share < 0.25) return "few or none";
  if (share < 0.45) return "some";
  if (share <= 0.55) return "about half";
  return share < 0.75 ? "most" : "nearly all or all";
}
