import { ENOUGH } from "../programme/tally.ts";

/** With how many different customers, at least, the practices behind a figure were done. */
export const ENOUGH_FLOWS = 2;

/** How one skill showed in one person's last practice, as long as it waits for others to go in with. */
export type Contribution = {
  user: string;
  challenge: string;
  flow: string;
  clear: boolean;
  /** When it began to wait, where that is known already; ms since 1970. */
  at?: number;
};

/** In how many practices a skill was clear, the least first. */
export const BANDS = ["fewer than half", "about half", "more than half"] as const;
export type Band = (typeof BANDS)[number];

/** What is kept of people whose practices went in together: nobody of them, and no number of theirs. */
export type Batch = {
  /** How many they were, rounded down to fives. */
  people: number;
  share: Band;
};

/** What waits after one more has come, and the batch that went in with it, if one did. */
export type Added = { waiting: readonly Contribution[]; batch: Batch | undefined };

/**
 * Adds what one person's practice showed of one skill. Each person counts once in a batch, with their last practice.
 * As soon as five different people and two customers wait, all of them go in at once; then who they were is forgotten.
 */
export function add(waiting: readonly Contribution[], one: Contribution): Added {
  const all = [...waiting.filter(({ user }) => user !== one.user), one];
  if (all.length < ENOUGH || new Set(all.map(({ flow }) => flow)).size < ENOUGH_FLOWS)
    return { waiting: all, batch: undefined };
  return { waiting: [], batch: { people: inFives(all.length), share: bandOf(all) } };
}

/** People, rounded down to fives. */
export const inFives = (people: number): number => people - (people % ENOUGH);

const LOW = 0.4;
const HIGH = 0.6;

// Whoever looks on may be one of those who are in it, and then knows one of the practices. So with five people or more
// each band holds at least three numbers of clear practices at its end: nobody can tell of anybody else, whatever they
// know of themselves, and not even that all of the others did well, or none.
function bandOf(all: readonly Contribution[]): Band {
  const share = all.filter(({ clear }) => clear).length / all.length;
  if (share <= LOW) return "fewer than half";
  return share < HIGH ? "about half" : "more than half";
}
