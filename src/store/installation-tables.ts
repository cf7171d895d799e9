/** What is kept of the app's installation in workspaces. */
export type InstallationTables = {
  /** Where the app was installed through Slack's own pages: a workspace, or a whole Enterprise Grid organisation. */
  installation: {
    /** The id of the workspace (T…) or of the organisation (E…). */
    team_id: string;
    /** What Slack gave us, with the token, as JSON that only the key of that name opens. */
    sealed: string;
    key_id: string;
    installed_at: number;
    /** When the token ends; null for one that does not. */
    expires_at: number | null;
    /** The instant until which a new token is left to the instance that asks for it. */
    held_until: number | null;
  };
};
