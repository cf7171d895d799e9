import type { KnownBlock } from "@slack/types";

/** A message to a person. `text` carries everything; blocks only make it easier to take in. */
export type Message = {
  text: string;
  blocks?: KnownBlock[];
  username?: string;
  icon_emoji?: string;
  thread_ts?: string;
};

/** Text in which nothing is taken for a link, a mention or an entity. */
export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A paragraph with Slack's formatting; the text must be escaped where it comes from people or flows. */
export const section = (mrkdwn: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text: mrkdwn.slice(0, 3_000) },
});

/** A line of secondary text. */
export const context = (mrkdwn: string): KnownBlock => ({
  type: "context",
  elements: [{ type: "mrkdwn", text: mrkdwn.slice(0, 2_000) }],
});

/** A button, named by what it does. */
export const button = (label: string, action: string, value: string, style?: "primary" | "danger") => ({
  type: "button" as const,
  text: { type: "plain_text" as const, text: label, emoji: true },
  action_id: action,
  value,
  ...(style ? { style } : {}),
});

/** A message of one paragraph. */
export const note = (text: string): Message => ({ text: escaped(text) });
