import type { Kysely } from "kysely";
import { letGoOfChallenges } from "./let-go-of-challenges.ts";
import { letGoOfPractices, letGoOfPracticeWords } from "./let-go-of-practices.ts";
import { letGoOfAppeals, letGoOfAppealWords, letGoOfKudos, letGoOfShared } from "./let-go-of-told.ts";
import type { Tables } from "./tables.ts";

/** The instants (ms since 1970) before which message text, and readings, are kept no more. */
export type Limits = { messages: number; readings: number };

/** One of the things to let go of: does a batch of it, and says how many there were. */
export type LettingGo = (
  db: Kysely<Tables>,
  place: { team: string; now: number; most: number },
  limits: Limits,
) => Promise<number>;

const STEPS: readonly LettingGo[] = [
  letGoOfPracticeWords,
  letGoOfPractices,
  letGoOfAppealWords,
  letGoOfAppeals,
  letGoOfShared,
  letGoOfKudos,
  letGoOfChallenges,
];

// So few at a time that nobody in the workspace waits for it.
const MOST = 100;

/**
 * Lets go of what a workspace has kept for long enough, a batch of each kind, and says whether there is more. Words
 * never outlast the readings of them.
 */
export async function letGo(
  db: Kysely<Tables>,
  team: string,
  { messages, readings }: Limits,
  now: number,
  most = MOST,
): Promise<boolean> {
  const limits = { messages: Math.max(messages, readings), readings };
  let isMore = false;
  for (const step of STEPS) isMore = (await step(db, { team, now, most }, limits)) >= most || isMore;
  return isMore;
}
