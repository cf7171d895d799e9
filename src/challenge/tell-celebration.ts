import { SKILL_TITLES } from "../feedback/tell.ts";
import { ENOUGH } from "../programme/tally.ts";
import { peopleBehind, type Showing } from "./showing.ts";
import type { DatedBatch } from "./team-view.ts";

/** How many people have to be on either side of a number of people, so that it points at nobody. */
const ON_EACH_SIDE = 3;
const STEP = 5;

/**
 * How many turns were mended, in steps of five and only where at least five people practised; nothing otherwise. An
 * exact number would tell whoever mended most of them what is left for the others.
 */
export function tellMended(mended: number, showings: readonly Showing[]): string | undefined {
  if (mended < STEP || peopleBehind(showings) < ENOUGH) return undefined;
  const least = Math.floor(mended / STEP) * STEP;
  return `At least ${least} turns were mended: somebody went back to a message that had done the customer no good, and found one that did.`;
}

/** How many practised for the first time ever, where enough others did not; nothing otherwise. */
export function tellFirstTimers(showings: readonly Showing[]): string | undefined {
  const first = peopleBehind(showings.filter(({ isFirst }) => isFirst));
  const others = peopleBehind(showings.filter(({ isFirst }) => !isFirst));
  if (first < ON_EACH_SIDE || others < ON_EACH_SIDE) return undefined;
  return `${first} practised for the first time. Beginning is the steepest part.`;
}

/** How a skill showed in the team: "Validation was clear in more than half of the practices." */
export const tellBand = ({ skill, share }: Pick<DatedBatch, "skill" | "share">): string =>
  `${SKILL_TITLES[skill]} was clear in ${share} of the practices.`;
