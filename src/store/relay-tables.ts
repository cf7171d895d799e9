/** What is kept of the talks that teams have together, and of replaying talks in a meeting. */
export type RelayTables = {
  /** The one talk of a relay; it is nobody's practice and counts in nobody's progress. */
  relay: {
    team_id: string;
    challenge_id: string;
    channel_id: string;
    flow_hash: string;
    record: string;
    /** The outbox id of the customer's newest line. */
    newest_id: string;
    /** When its words were let go. */
    wordless_at: number | null;
  };
  /** Who answered a turn (1-based) of a relay, until they erase it. */
  relay_turn: { team_id: string; challenge_id: string; turn: number; user_id: string | null };
  /** A talk that is replayed in a channel; what was said stands where the talk itself is kept. */
  huddle: {
    team_id: string;
    id: string;
    channel_id: string;
    host_user: string;
    /** The host's direct message with the app. */
    host_channel: string;
    source_kind: "relay" | "share";
    source_id: string;
    /** The turn (1-based) of the talk that is voted on, or was shown last. */
    turn: number;
    state: "voting" | "shown" | "over";
    /** What was voted at the turns that were shown, without whose votes they were, as JSON. */
    counts: string;
    made_at: number;
  };
  /** A vote, until what was said is shown. */
  huddle_vote: { team_id: string; huddle_id: string; turn: number; user_id: string; choice: number };
};
