/** A talk that can be replayed: a relay by its challenge's id, or a practice by the id of its share. */
export type Source = { kind: "relay" | "share"; id: string };

/** What was voted at a turn (1-based) of the talk: how many for each of its lines, and which of them was said. */
export type Counted = { turn: number; votes: readonly number[]; said: number };

/** A talk that a team replays turn by turn in its channel, voting on each next line before seeing what was said. */
export type Huddle = {
  team: string;
  id: string;
  channel: string;
  host: string;
  /** The host's direct message with the app. */
  hostChannel: string;
  source: Source;
  /** The turn (1-based) of the talk that is voted on, or was shown last. */
  turn: number;
  state: "voting" | "shown" | "over";
  /** The turns that were shown, in order. */
  counts: readonly Counted[];
  /** ms since 1970. */
  madeAt: number;
};

/** What the lines to vote for are called. */
export const LETTERS = ["A", "B", "C"] as const;

/** How many votes there were for each of the three lines. */
export const tally = (choices: readonly number[]): number[] =>
  LETTERS.map((_, line) => choices.filter((choice) => choice === line).length);
