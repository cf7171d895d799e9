import { ENOUGH } from "../programme/tally.ts";

/** How somebody wants a line of theirs to be shown: under their name, under the name they chose, or without one. */
export const SHOWN_AS = ["name", "alias", "nobody"] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

/** A line whose author agreed that it is shown. */
export type AgreedLine = { user: string; channel: string; quote: string; shownAs: ShownAs; at: number };

/** Under which name a line is shown, if under any. */
export type By = { user: string } | { alias: string } | undefined;

const MOST = 6;

/**
 * The lines that a channel is shown at the end: at most six, first one of each person. A line without a name is shown
 * only where at least five people who practised, and who are not named beside it, could have written it. The order is
 * that of their words, so that it says nothing of who agreed first.
 */
export function linesToShow<Line extends AgreedLine>(
  agreed: readonly Line[],
  aliases: ReadonlyMap<string, string | undefined>,
  practised: ReadonlySet<string>,
): { line: Line; by: By }[] {
  const lines = takingTurns(agreed.filter(isNew)).map((line) => ({ line, by: byOf(line, aliases) }));
  const named = lines.filter(({ by }) => by).slice(0, MOST);
  const seen = new Set(named.map(({ line }) => line.user));
  const unseen = [...practised].filter((user) => !seen.has(user));
  const unnamed = unseen.length >= ENOUGH ? lines.filter(({ by, line }) => !by && !seen.has(line.user)) : [];
  const nameless = unnamed.slice(0, Math.max(MOST - named.length, MOST / 2));
  return [...named.slice(0, MOST - nameless.length), ...nameless].sort(({ line: a }, { line: b }) =>
    a.quote < b.quote ? -1 : a.quote > b.quote ? 1 : 0,
  );
}

// The same line of the same person, as from a talk and from a message of it that was taken again.
const isNew = (line: AgreedLine, index: number, all: readonly AgreedLine[]) =>
  all.findIndex(({ user, quote }) => user === line.user && quote === line.quote) === index;

// Everybody's first line, then everybody's second one.
function takingTurns<Line extends AgreedLine>(lines: readonly Line[]): Line[] {
  const rounds = new Map<string, number>();
  const placed = lines
    .toSorted((a, b) => a.at - b.at)
    .map((line) => {
      const round = rounds.get(line.user) ?? 0;
      rounds.set(line.user, round + 1);
      return { line, round };
    });
  return placed.toSorted((a, b) => a.round - b.round).map(({ line }) => line);
}

// Whoever took another name since is not shown under their own, and whoever gave it up under none.
function byOf({ user, shownAs }: AgreedLine, aliases: ReadonlyMap<string, string | undefined>): By {
  if (shownAs === "nobody") return undefined;
  const alias = aliases.get(user);
  if (alias) return { alias };
  return shownAs === "name" ? { user } : undefined;
}
