/**
 * What somebody's own data is made of beside their practices, in the order in which it is told. What stands before a
 * colon is what several of them are about.
 */
export const OWN_PARTS = [
  "readings you saw differently",
  "paths you joined",
  "reminders",
  "shares: yours",
  "shares: what others answered to yours",
  "shares: what was shared with you",
  "shares: what you answered to what others share",
  "challenges: you launched",
  "challenges: you took part in",
  "challenges: what you gave to them",
  "challenges: what your practices showed in them",
  "challenges: lines you agreed to show",
  "challenges: what a board says of you",
  "challenges: what you heard in listening games",
  "challenges: lines of yours that were asked for",
  "challenges: what you wrote in relays",
  "kudos: you got",
  "kudos: you gave",
  "huddles: you led",
  "huddles: your votes",
  "flows: you brought",
  "flows: you approved",
  "settings and roles: settings you decided",
  "settings and roles: weekly digests you asked for",
  "settings and roles: what you did with a role, or were not let",
  "waiting until others have come: for those who write flows",
  "waiting until others have come: for the figures of a team",
  "messages on their way to you",
  "what is planned for you",
  "small notes: that you have a Home tab",
  "small notes: when Slack was last asked whether you are still here",
  "small notes: what you pressed last",
] as const;
export type OwnPart = (typeof OWN_PARTS)[number];
