/** What is kept of practices that somebody shares. */
export type ShareTables = {
  share: {
    team_id: string;
    id: string;
    practice_id: string;
    title: string;
    by_user: string;
    /** The sharer's own direct message with the app. */
    home_channel: string;
    to_kind: "person" | "channel";
    to_id: string;
    to_channel: string;
    scope: string;
    /** The lines that are seen in it, while they are. */
    lines: string;
    shared_at: number;
    until_at: number;
    ended_at: number | null;
    ended_how: string | null;
  };
  share_answer: {
    team_id: string;
    id: string;
    share_id: string;
    by_user: string;
    skill: string;
    quote: string;
    noticed: string;
    given_at: number;
    /** When the sharer was given it. */
    handed_at: number | null;
  };
};
