import { SKILL_NAMES, type SkillName } from "../flow/flow.ts";

/** The kinds of challenges, in the order in which a lead is offered them. */
export const KINDS = ["together", "team-against-team", "redo", "relay", "listening"] as const;
export type Kind = (typeof KINDS)[number];

/** What fills a meter: talks played to their end, lines that show a skill specifically, or turns that were mended. */
export const COUNTED = [...SKILL_NAMES, "talks", "repairs"] as const;
export type Counted = (typeof COUNTED)[number];

/** What a lead decides before a challenge is posted; instants in ms since 1970. */
export type Plan = {
  kind: Kind;
  /** Where it happens; the first is where it was launched. */
  channels: string[];
  /** The flows that count, by id; any when there is none. */
  flows: string[];
  counted: Counted;
  /** How much is wanted of what is counted; for each member in team against team. */
  goal: number;
  startsAt: number;
  endsAt: number;
  /** The IANA name of the time zone in which its times are said. */
  zone: string;
  /** Whether those who like can stand on a board. */
  board: boolean;
  /** A word from the lead; may be empty. */
  word: string;
};

/** What a team does together in its channel for a time. */
export type Challenge = {
  team: string;
  id: string;
  lead: string;
  /** The lead's direct message with the app. */
  leadChannel: string;
  plan: Plan;
  state: "planned" | "running" | "ended" | "called-off";
  madeAt: number;
  /** When its message was shown last. */
  shownAt: number;
  /** How many of its milestones have been celebrated. */
  milestones: number;
};

/** Somebody who takes part; instants in ms since 1970. */
export type Member = {
  user: string;
  /** The channel in which they joined. */
  channel: string;
  /** What they want to be called where others see them. */
  alias: string | undefined;
  onBoard: boolean;
  joinedAt: number;
};

/** What the channel of a challenge has done together. */
export type Standing = { channel: string; joined: number; total: number };

/** Whether practices fill its meter, each in its agent's own direct message; the others are played in the channel. */
export const isMetered = ({ kind }: Pick<Plan, "kind">): boolean => kind !== "relay" && kind !== "listening";

/** Whether somebody can still join it. */
export const isOpen = ({ state }: Challenge): boolean => state === "planned" || state === "running";

/** How a skill's lines count: each of them is a skill of the flow language. */
export const isSkill = (counted: Counted): counted is SkillName =>
  counted === "validation" || counted === "question" || counted === "de-escalation";
