/** What listening games keep. */
export type ListeningTables = {
  /** The story that a listening game tells, as JSON. */
  listening_story: { team_id: string; challenge_id: string; story: string };
  /** What people heard in it; erased within a day after its end. */
  listening_answer: {
    team_id: string;
    challenge_id: string;
    user_id: string;
    /** Their direct message with the app. */
    channel_id: string;
    heard: string;
    question: string;
    answered_at: number;
  };
  /** Lines of answers whose authors were asked whether they may be shown. */
  listening_quote: {
    team_id: string;
    id: string;
    challenge_id: string;
    user_id: string;
    channel_id: string;
    line: string;
    state: "asked" | "named" | "unnamed" | "no" | "shown" | "taken back";
  };
};
