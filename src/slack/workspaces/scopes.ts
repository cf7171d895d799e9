/** What the app asks for when it is installed, as in manifest.yml, and what for, to be read after "to". */
export const SCOPE_REASONS = {
  "im:history": "read what you write to it in its direct message, and nothing else",
  "chat:write": "answer",
  "chat:write.customize": "write under a customer's name, always with “(practice customer)”",
  commands: "be called with a slash command, and from a message's menu",
  "im:write": "open the direct message with somebody who starts from a channel or the Home tab",
  "users:read":
    "know by which name a customer may thank you, your time zone for reminders, and who has left, so that what is kept of them goes",
  "app_mentions:read": "answer where it is mentioned",
  "files:write": "show a picture of how a practice went, and give you your own data as a file",
  "files:read": "read a flow that a trainer drops into its direct message; no other file",
  "usergroups:read": "see who belongs to a user group that was given a role",
} as const;
export type Scope = keyof typeof SCOPE_REASONS;

/** All of them, by name. */
export const SCOPES = (Object.keys(SCOPE_REASONS) as Scope[]).sort();

/** Everything but one part of it works without these. */
export const OPTIONAL_SCOPES: readonly Scope[] = ["files:read", "usergroups:read"];
