import type { Tables } from "./tables.ts";

/** How a column is told to the person whose row it is in: by its name, and in a form that people read. */
export type ToldAs =
  | {
      as: string;
      form: "plain" | "code" | "number" | "list" | "instant" | "yes or no" | "inside" | "challenge";
    }
  | typeof OURS;

/** How we keep it: the workspace, the person themselves, where messages stand. It tells them nothing about themselves. */
export const OURS = "ours";

const plain = (as: string): ToldAs => ({ as, form: "plain" });
const number = (as: string): ToldAs => ({ as, form: "number" });
const code = (as: string): ToldAs => ({ as, form: "code" });
const list = (as: string): ToldAs => ({ as, form: "list" });
const instant = (as: string): ToldAs => ({ as, form: "instant" });
const yesNo = (as: string): ToldAs => ({ as, form: "yes or no" });
const inside = (as: string): ToldAs => ({ as, form: "inside" });

const team_id = OURS;
const user_id = OURS;
const by_user = OURS;
const challenge_id: ToldAs = { as: "challenge", form: "challenge" };
const channel_id = plain("channel");
const practice_id = plain("practice");

/** Every column of every table whose rows are told one by one, in the order in which it reads well. */
export const TOLD_COLUMNS: { [Name in keyof Tables]?: Record<keyof Tables[Name], ToldAs> } = {
  // What people do on their own; the whole of an appeal says the practice, the message and what it is about.
  appeal: {
    ...{ team_id, user_id, id: OURS, practice_id: OURS, turn: OURS, about: OURS },
    ...{ made_at: instant("when"), appeal: inside("what you said") },
  },
  path_member: {
    ...{ team_id, user_id, title: plain("path"), path: plain("its name") },
    ...{ joined_at: instant("joined"), left_at: instant("left"), finished_at: instant("finished") },
  },
  rhythm: {
    ...{ team_id, user_id, channel_id: OURS, state: plain("they are"), zone: plain("time zone") },
    ...{ counted_from: instant("counted from"), step: number("sent since then") },
  },
  home: { team_id, user_id: plain("of") },
  acquaintance: {
    ...{ team_id, user_id, channel_id: OURS, name: plain("your name"), called: plain("shown as") },
    ...{ zone: plain("time zone"), asked_at: instant("asked") },
  },
  presence: { team_id, user_id, asked_at: instant("asked"), gone_since: instant("not found since") },
  learn_waiting: {
    ...{ team_id, user_id, kind: plain("about your"), source_id: plain("which one") },
    ...{ flow: plain("flow"), version: number("version"), marks: inside("what may be counted") },
  },

  // What people show each other.
  share: {
    ...{ team_id, by_user, home_channel: OURS, to_channel: OURS, id: plain("share"), title: plain("title") },
    ...{
      practice_id,
      scope: plain("what is seen of it"),
      to_kind: plain("shared with a"),
      to_id: plain("who"),
    },
    ...{ shared_at: instant("shared"), until_at: instant("until"), ended_at: instant("ended") },
    ...{ ended_how: plain("how it ended"), lines: inside("lines seen in it") },
  },
  share_answer: {
    ...{ team_id, id: OURS, share_id: plain("share"), by_user: plain("by"), skill: plain("skill") },
    ...{ quote: plain("the line"), noticed: plain("what was noticed") },
    ...{ given_at: instant("given"), handed_at: instant("handed over") },
  },
  kudos: {
    ...{ team_id, id: OURS, from_channel: OURS, to_channel: OURS, shown_as: OURS },
    ...{ from_user: plain("from"), to_user: plain("to"), skill: plain("skill"), reason: plain("what for") },
    ...{ link: plain("link"), given_at: instant("given"), shown_in: plain("shown in") },
    taken_back_at: instant("taken back"),
  },
  huddle: {
    ...{ team_id, id: plain("huddle"), host_user: OURS, host_channel: OURS, channel_id },
    ...{ source_kind: plain("a talk from a"), source_id: plain("which one"), made_at: instant("begun") },
    ...{ turn: number("message reached"), state: plain("state"), counts: inside("votes so far") },
  },
  huddle_vote: {
    ...{
      team_id,
      user_id,
      huddle_id: plain("huddle"),
      turn: number("message"),
      choice: number("your choice"),
    },
  },

  // What teams do together.
  challenge: {
    ...{ team_id, by_user, lead_channel: OURS, shown_at: OURS, milestones: OURS, id: plain("challenge") },
    ...{ made_at: instant("made"), state: plain("state"), plan: inside("what you planned") },
  },
  challenge_member: {
    ...{ team_id, user_id, challenge_id, channel_id, alias: plain("alias"), on_board: yesNo("on the board") },
    ...{ joined_at: instant("joined"), left_at: instant("left") },
  },
  challenge_count: {
    ...{ team_id, user_id, challenge_id, channel_id, source: plain("from"), amount: number("counted") },
    counted_at: instant("when"),
  },
  challenge_showing: {
    ...{ team_id, user_id, challenge_id, channel_id, practice_id, flow: plain("flow") },
    ...{ rated: inside("how the skills showed"), is_first: yesNo("your first practice") },
  },
  challenge_line: {
    ...{ team_id, user_id, home_channel: OURS, challenge_id, channel_id, practice_id },
    ...{ quote: plain("the line"), shown_as: plain("shown under"), agreed_at: instant("agreed") },
  },
  challenge_board_line: {
    ...{
      team_id,
      user_id,
      challenge_id,
      channel_id,
      called: plain("you are called"),
      words: plain("it says"),
    },
  },
  listening_answer: {
    ...{ team_id, user_id, channel_id: OURS, challenge_id, heard: plain("you heard") },
    ...{ question: plain("you would ask"), answered_at: instant("when") },
  },
  listening_quote: {
    ...{ team_id, user_id, id: OURS, channel_id: OURS, challenge_id },
    ...{ line: plain("the line"), state: plain("whether it may be shown") },
  },
  team_waiting: {
    ...{ team_id, user_id, challenge_id, channel_id, skill: plain("skill"), clear: yesNo("it was clear") },
    ...{ flow: plain("flow"), at: instant("when") },
  },
  team_digest: {
    ...{
      team_id,
      user_id,
      dm_id: OURS,
      channel_id,
      zone: plain("time zone"),
      told: number("figures told so far"),
    },
  },

  // What trainers and admins do.
  flow_version: {
    ...{
      team_id,
      id: OURS,
      hash: OURS,
      channel_id: OURS,
      flow_id: plain("flow"),
      version: number("version"),
    },
    ...{ state: plain("state"), note: plain("note"), by_user: plain("brought by") },
    ...{ made_at: instant("brought"), published_at: instant("published"), approved_by: plain("approved by") },
  },
  workspace_setting: {
    ...{ team_id, by_user, name: code("setting"), value: inside("decided"), at: instant("when") },
  },
  audit: {
    ...{ team_id, by_user, id: OURS, at: instant("when"), did: code("what"), about: list("about") },
    denied: yesNo("you were not let"),
  },
};
