/** A whole number from a text, the same everywhere (FNV-1a, 32 bits). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * Which of `count` variants comes at the `drawn`-th draw: all are used before any comes again, never the
 * same twice in a row, in an order that follows from the seed and the name of the pool alone.
 */
export function variantAt(seed: number, pool: string, count: number, drawn: number): number {
  const round = Math.floor(drawn / count);
  const order = shuffled(seed, pool, count, round);
  if (round > 0 && count > 2 && order[0] === shuffled(seed, pool, count, round - 1).at(-1))
    [order[0], order[1]] = [order[1] ?? 0, order[0] ?? 0];
  return order[drawn % count] ?? 0;
}

// Swapping the first two leaves the last alone, so the next round may look at the round before as it was
// shuffled; two variants simply take turns.
function shuffled(seed: number, pool: string, count: number, round: number): number[] {
  if (count === 2) return hashOf(`${seed}/${pool}`) % 2 === 0 ? [0, 1] : [1, 0];
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const pick = hashOf(`${seed}/${pool}/${round}/${last}`) % (last + 1);
    [order[last], order[pick]] = [order[pick] ?? 0, order[last] ?? 0];
  }
  return order;
}
