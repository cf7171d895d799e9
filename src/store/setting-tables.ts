/** What is kept of what a workspace's admins decide. */
export type SettingTables = {
  /** One decision each, as JSON; what nobody decided has no row, and is as it comes. */
  workspace_setting: { team_id: string; name: string; value: string; by_user: string; at: number };
};
