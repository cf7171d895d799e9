import { type Kept, row, TOLD_APART } from "./keeping.ts";
import { KEPT_OF_TEAMS } from "./kept-of-teams.ts";
import type { Tables } from "./tables.ts";

/**
 * Every table there is: what it keeps of people, for how long, and what forgetting somebody does to it. Whoever adds a
 * table decides it here; what is decided is what the tests find done.
 */
export const WHAT_IS_KEPT: { [Name in keyof Tables]: Kept<Name> } = {
  // What people do on their own.
  session: {
    whose: { user_id: { shown: TOLD_APART, forget: "row" } },
    words: ["record", "pending"],
    term: { rows: "readings", words: "messages" },
    because:
      "what a practice showed is enough for progress; the words are for going back to while it is fresh",
  },
  appeal: {
    whose: { user_id: row("readings you saw differently") },
    words: ["appeal"],
    term: { rows: "readings", words: "messages" },
    because: "a line was given to make the reading better, which has its time like any other message",
  },
  path_member: {
    whose: { user_id: row("paths you joined") },
    term: { rows: "readings" },
    because: "a path that was left or finished says little a year later; one that is walked stays",
  },
  rhythm: {
    whose: { user_id: row("reminders") },
    term: { rows: "theirs" },
    because: "it is a wish, and holds until another one",
  },
  home: {
    whose: { user_id: row("small notes: that you have a Home tab") },
    term: { rows: "theirs" },
    because: "it says only that there is a tab to keep up to date",
  },
  learn_waiting: {
    whose: { user_id: row("waiting until others have come: for those who write flows") },
    term: { rows: "readings" },
    because: "it goes with the practice or appeal that it comes from",
  },
  learnt: { term: { rows: "workspace" }, because: "it counts at least five people and names nobody" },

  // What people show each other.
  share: {
    whose: {
      by_user: { shown: "shares: yours", forget: "own way" },
      to_id: { shown: TOLD_APART, forget: "own way" },
    },
    words: ["lines"],
    term: { rows: "messages", words: "shorter" },
    because: "its lines go when it ends, after a month at most; that it was, when its words would have gone",
  },
  share_answer: {
    whose: { by_user: row("shares: what you answered to what others share") },
    words: ["quote", "noticed"],
    term: { rows: "messages" },
    because: "it was handed over to whom it was for",
  },
  kudos: {
    whose: {
      to_user: row("kudos: you got"),
      // Those they gave belong to whoever got them.
      from_user: { shown: "kudos: you gave", forget: "stays" },
    },
    words: ["reason", "link"],
    term: { rows: "readings", words: "messages" },
    because: "one that is shown in a channel can be taken back for as long as it is known where it stands",
  },
  huddle: {
    whose: { host_user: row("huddles: you led") },
    term: { rows: "messages" },
    because: "the talk it replays has no words after that",
  },
  huddle_vote: {
    whose: { user_id: row("huddles: your votes") },
    term: { rows: "shorter" },
    because: "it goes when what was said is shown",
  },

  ...KEPT_OF_TEAMS,

  // What trainers bring.
  flow_source: { term: { rows: "workspace" }, because: "it goes when nothing goes back to it" },
  flow_version: {
    whose: {
      // What nobody published goes; what was published stays the workspace's, with who answers for it.
      by_user: { shown: "flows: you brought", forget: "own way" },
      approved_by: { shown: "flows: you approved", forget: "stays" },
    },
    words: ["note"],
    term: { rows: "workspace" },
    because: "practices go on in it, and trainers ask who changed what and why",
  },

  // How it all comes in and goes out.
  inbox: {
    words: ["body"],
    term: { rows: "shorter" },
    because: "its words go as soon as it is answered, mostly within a second, and its id after two days",
  },
  outbox: {
    words: ["message"],
    term: { rows: "readings", words: "shorter" },
    because: "its words go as soon as Slack has them; where it stands, when it can no longer be changed",
  },
  hold: { term: { rows: "workspace" }, because: "it says only when Slack may be asked again" },
  due: {
    term: { rows: "theirs" },
    because: "it goes when it is done, or when whoever it is for is forgotten",
  },
  tap: { term: { rows: "shorter" }, because: "it goes after a day" },
  acquaintance: {
    whose: { user_id: row("small notes: what Slack says of you") },
    term: { rows: "theirs" },
    because: "Slack lets an app ask for a few people a minute, and many may press at once",
  },
  presence: {
    whose: { user_id: row("small notes: when Slack was last asked whether you are still here") },
    term: { rows: "theirs" },
    because: "it goes with everything else of somebody who has left",
  },
  workspace_setting: {
    whose: { by_user: { shown: "settings and roles: settings you decided", forget: "stays" } },
    term: { rows: "workspace" },
    because: "a workspace's admins decide it for everybody, and ask who has",
  },
  audit: {
    whose: {
      by_user: { shown: "settings and roles: what you did with a role, or were not let", forget: "stays" },
    },
    term: { rows: "workspace" },
    because: "it answers who used a privilege, for 400 days, and could not if it could be erased by them",
  },
  installation: {
    term: { rows: "workspace" },
    because: "it holds the app's own token, sealed, and goes when the app is removed",
  },
  workspace: { term: { rows: "workspace" }, because: "it holds nobody" },
};
