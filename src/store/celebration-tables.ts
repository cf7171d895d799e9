/** What is kept to celebrate what teams do together, and most of it only until then. */
export type CelebrationTables = {
  /** What a member's practice showed while a challenge runs, without a word of it; gone when that is over. */
  challenge_showing: {
    team_id: string;
    challenge_id: string;
    practice_id: string;
    user_id: string;
    channel_id: string;
    flow: string;
    /** How each skill was rated, as JSON. */
    rated: string;
    /** 1 when nothing was practised before the challenge. */
    is_first: number;
  };
  /** Turns that were mended while a challenge runs, once each; gone when that is over, and nobody's name is here. */
  challenge_mended: { team_id: string; challenge_id: string; source: string; channel_id: string };
  /** Lines that their authors want shown at the end of a challenge; gone when it is over. */
  challenge_line: {
    team_id: string;
    challenge_id: string;
    practice_id: string;
    user_id: string;
    channel_id: string;
    /** The author's direct message with the app. */
    home_channel: string;
    quote: string;
    shown_as: "name" | "alias" | "nobody";
    agreed_at: number;
  };
  /** Where the board of a challenge stands in a channel, by the outbox id of its message. */
  challenge_board: {
    team_id: string;
    challenge_id: string;
    channel_id: string;
    message_id: string;
    /** A fingerprint of what it shows. */
    shown: string;
  };
  /** What the board says of those who want to stand on it; gone with it. */
  challenge_board_line: {
    team_id: string;
    challenge_id: string;
    channel_id: string;
    user_id: string;
    /** What they are called, for the order of the alphabet. */
    called: string;
    words: string;
  };
  /** The slip that a lead shows in the thread of a challenge; its words are only in Slack. */
  challenge_slip: { team_id: string; challenge_id: string; channel_id: string; message_id: string };
};
