/** What is kept of kudos. */
export type KudosTables = {
  /** Moments of empathy at work that colleagues recognised; one that was taken back holds no words. */
  kudos: {
    team_id: string;
    id: string;
    from_user: string;
    from_channel: string;
    to_user: string;
    to_channel: string;
    skill: "validation" | "question" | "de-escalation";
    reason: string;
    link: string | null;
    given_at: number;
    shown_in: string | null;
    /** The outbox id of the message that shows it there. */
    shown_as: string | null;
    taken_back_at: number | null;
  };
};
