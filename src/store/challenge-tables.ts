/** What is kept of challenges and of who takes part in them. */
export type ChallengeTables = {
  /** What teams do together; `plan` is what the lead decided, as JSON. */
  challenge: {
    team_id: string;
    id: string;
    by_user: string;
    /** The lead's direct message with the app. */
    lead_channel: string;
    plan: string;
    state: "planned" | "running" | "ended" | "called-off";
    made_at: number;
    shown_at: number;
    milestones: number;
  };
  /** Where a challenge happens; a channel has one open challenge at most. */
  challenge_channel: { team_id: string; challenge_id: string; channel_id: string; open: number };
  challenge_member: {
    team_id: string;
    challenge_id: string;
    user_id: string;
    channel_id: string;
    alias: string | null;
    on_board: number;
    joined_at: number;
    left_at: number | null;
  };
  /** What was counted, once for each source; whose it was is forgotten with the person. */
  challenge_count: {
    team_id: string;
    challenge_id: string;
    /** The practice, or the message of a practice, that it comes from. */
    source: string;
    user_id: string | null;
    channel_id: string;
    amount: number;
    counted_at: number;
  };
};
