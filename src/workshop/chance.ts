/** Numbers from 0 up to 1 that look like chance and follow from a seed alone. */
export type Chance = () => number;

/** A source of chance: the same seed gives the same numbers everywhere (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** One of a list, each as likely as the others; nothing of an empty list. */
export const oneOf = <T>(list: readonly T[], chance: Chance): T | undefined =>
  list[Math.floor(chance() * list.length)];

/** Up to so many different ones of a list, in the order in which they were drawn. */
export function someOf<T>(list: readonly T[], count: number, chance: Chance): T[] {
  const left = [...list];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0)
    drawn.push(...left.splice(Math.floor(chance() * left.length), 1));
  return drawn;
}

/** One of a list, as often as its share of the weights says; nothing of an empty list. */
export function oneByWeight<T extends { often: number }>(list: readonly T[], chance: Chance): T | undefined {
  const total = list.reduce((sum, { often }) => sum + often, 0);
  let left = chance() * total;
  return list.find(({ often }) => {
    left -= often;
    return left < 0;
  });
}
