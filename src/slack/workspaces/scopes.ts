/** What the app asks for when it is installed, as in manifest.yml. */
export const SCOPES = [
  "app_mentions:read",
  "chat:write",
  "chat:write.customize",
  "commands",
  "files:read",
  "files:write",
  "im:history",
  "im:write",
  "usergroups:read",
  "users:read",
] as const;
