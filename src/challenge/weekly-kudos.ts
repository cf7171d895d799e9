const WEEK = 7 * 86_400_000;

/** How many kudos somebody gives in a week at most, so that each stays worth something. */
export const A_WEEKS_KUDOS = 3;

/** From when on (ms since 1970) the kudos somebody gave still count at an instant. */
export const weekBefore = (now: number): number => now - WEEK;

/** When somebody can give kudos again who gave some at these instants (ms since 1970, the oldest first); nothing where they can now. */
export function nextKudosAt(given: readonly number[], now: number): number | undefined {
  const lately = given.filter((at) => at > weekBefore(now));
  const first = lately.at(-A_WEEKS_KUDOS);
  return first === undefined ? undefined : first + WEEK;
}

/** Whether kudos can still be taken back at an instant; later they belong to whoever got them. */
export const canBeTakenBack = (givenAt: number, now: number): boolean => givenAt > weekBefore(now);
