import { type Kept, row, TOLD_APART } from "./keeping.ts";
import type { Tables } from "./tables.ts";

type OfTeams = Extract<
  keyof Tables,
  `challenge${string}` | `listening${string}` | `relay${string}` | `team${string}`
>;

/** What is kept of what teams do together. */
export const KEPT_OF_TEAMS: { [Name in OfTeams]: Kept<Name> } = {
  challenge: {
    // A challenge that goes on has its lead; one that is over needs none.
    whose: { by_user: { shown: "challenges: you launched", forget: "own way" } },
    words: ["plan"],
    term: { rows: "readings" },
    because: "the lead's word in it was posted to the channel, and what was done together is looked back on",
  },
  challenge_channel: { term: { rows: "readings" }, because: "it goes with its challenge" },
  challenge_member: {
    whose: { user_id: row("challenges: you took part in") },
    words: ["alias"],
    term: { rows: "readings" },
    because: "it goes with its challenge",
  },
  challenge_count: {
    whose: { user_id: { shown: "challenges: what you gave to them", forget: "name" } },
    term: { rows: "readings" },
    because: "what a team did together stays done until its challenge goes",
  },
  challenge_showing: {
    whose: { user_id: row("challenges: what your practices showed in them") },
    term: { rows: "shorter" },
    because: "it goes when the challenge is over",
  },
  challenge_mended: {
    term: { rows: "shorter" },
    because: "it goes when the challenge is over, and names nobody",
  },
  challenge_line: {
    whose: { user_id: row("challenges: lines you agreed to show") },
    words: ["quote"],
    term: { rows: "shorter" },
    because: "it goes when the challenge is over",
  },
  challenge_board: { term: { rows: "shorter" }, because: "it goes a day after the challenge" },
  challenge_board_line: {
    whose: { user_id: row("challenges: what a board says of you") },
    words: ["called"],
    term: { rows: "shorter" },
    because: "it goes with the board",
  },
  challenge_slip: { term: { rows: "readings" }, because: "it says where a slip can be taken back" },
  listening_story: { term: { rows: "shorter" }, because: "it goes within a day after the game" },
  listening_answer: {
    whose: { user_id: row("challenges: what you heard in listening games") },
    words: ["heard", "question"],
    term: { rows: "shorter" },
    because: "it goes within a day after the game",
  },
  listening_quote: {
    whose: { user_id: row("challenges: lines of yours that were asked for") },
    words: ["line"],
    term: { rows: "readings", words: "shorter" },
    because:
      "its words go within a day after the game; where a line is shown is known until its challenge goes",
  },
  relay: {
    words: ["record"],
    term: { rows: "readings", words: "messages" },
    because: "the team's talk stands in its channel; what it showed stays with the challenge",
  },
  relay_turn: {
    whose: { user_id: { shown: TOLD_APART, forget: "own way" } },
    term: { rows: "readings" },
    because: "it goes with its challenge",
  },
  team_waiting: {
    whose: { user_id: row("waiting until others have come: for the figures of a team") },
    term: { rows: "shorter" },
    because: "it waits for two months at most",
  },
  team_batch: { term: { rows: "workspace" }, because: "it tells of at least five people and names nobody" },
  team_part: { term: { rows: "workspace" }, because: "it counts people in fives and names nobody" },
  team_digest: {
    whose: { user_id: row("settings and roles: weekly digests you asked for") },
    term: { rows: "theirs" },
    because: "it is a wish, and holds until another one",
  },
};
