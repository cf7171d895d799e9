/** What is kept so that nothing is kept for too long. */
export type RetentionTables = {
  /** When Slack was last asked whether somebody is still there, and since when they are known not to be. */
  presence: { team_id: string; user_id: string; asked_at: number; gone_since: number | null };
};
