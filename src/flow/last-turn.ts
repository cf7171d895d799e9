import type { Flow, Need } from "./flow.ts";

/** The number of the message after which a limit ends the talk at the latest. */
export function lastTurn({ limits }: Flow): number {
  const ends = limits.flatMap(({ needs }) =>
    needs.length > 0 && needs.every(({ kind }) => kind === "turns")
      ? Math.max(...needs.map((need) => (need.kind === "turns" ? need.amount.from : 1)))
      : [],
  );
  return Math.min(Number.MAX_SAFE_INTEGER, ...ends);
}

/** Why these needs could only hold after the last message; nothing where they can hold before. */
export function tooLate(needs: readonly Need[], last: number): string | undefined {
  for (const need of needs) {
    const [least, what] =
      need.kind === "turns"
        ? [need.amount.from, `${need.amount.from} messages`]
        : "count" in need
          ? [need.count, `${need.count} messages with "${need.sign}"`]
          : [0, ""];
    if (least > last) return `it waits for ${what}, and a limit ends the talk after ${last}.`;
  }
  return undefined;
}
