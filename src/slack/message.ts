import type { KnownBlock } from "@slack/types";
import { TURNING, withoutFormatting } from "./without-formatting.ts";

/** A message to a person. `text` carries everything; blocks only make it easier to take in. */
export type Message = {
  text: string;
  blocks?: KnownBlock[];
  username?: string;
  icon_emoji?: string;
  thread_ts?: string;
  /** For new messages; a change of a message shows none. */
  picture?: MessagePicture;
  /** For new messages of words alone. */
  file?: MessageFile;
};

/** A small file of words that comes with a message. */
export type MessageFile = {
  /** Such as "team.csv". */
  name: string;
  content: string;
  /** What is said where files can't be had and it is too long for a message. */
  instead?: string;
  /** What Slack calls it, once it was uploaded. */
  id?: string;
};

/** A message that has a file. */
export type WithFile = Message & { file: MessageFile };

/** A picture in a message: drawn and uploaded when it goes, and where that can't be, told by its words. */
export type MessagePicture = {
  svg: string;
  /** The same in words, at most 2,000 characters; the message's text holds them as well. */
  alt: string;
  /** The file's name, such as "practice.png". */
  name: string;
  /** Where it can be seen, once it was uploaded. */
  place?: PicturePlace;
  /** How often the message has waited for it. */
  waits?: number;
};

/** Where a picture can be seen: a file in Slack, or an address. */
export type PicturePlace = { slack_file: { id: string } } | { image_url: string };

/** A message that has a picture. */
export type Pictured = Message & { picture: MessagePicture };

/** The message as it is posted, with the picture that can be seen at this place. */
export const withPicture = (message: Pictured, place: PicturePlace): Message =>
  placed(message, { type: "image", ...place, alt_text: message.picture.alt });

/** The message as it is posted where its picture can't be had: the words stand in its place. */
export const withWords = (message: Pictured): Message =>
  placed(message, {
    type: "section",
    text: { type: "plain_text", text: message.picture.alt, emoji: false },
  });

// Above the buttons, so that what is to be pressed stays last.
function placed({ picture: _, ...message }: Pictured, block: KnownBlock): Message {
  const blocks = message.blocks ?? (message.text.length <= 3_000 ? [section(message.text)] : undefined);
  // Without room for it the message goes as it is, and its text says everything.
  if (!blocks || blocks.length >= 50) return message;
  const pressed = blocks.findIndex((one) => one.type === "actions" || "accessory" in one);
  return { ...message, blocks: blocks.toSpliced(pressed < 0 ? blocks.length : pressed, 0, block) };
}

/**
 * Text in which nothing is taken for a link, a mention, an entity or formatting. Slack has no way to escape formatting,
 * so signs that could begin or end it are shown by others that look alike, and so are the ones that turn words around.
 */
export const escaped = (text: string) =>
  withoutFormatting(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Text in which nothing is taken for a link or a mention, for a frame of code: there, every sign stays what it is. */
export const escapedCode = (text: string) =>
  text
    .replaceAll("```", "‵‵‵")
    .replace(TURNING, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** Lines without the indentation that helps in a terminal and only breaks lines sooner on a phone. */
export const flush = (text: string) => text.replaceAll(/^ +/gm, "");

// Verbatim: of what people wrote, Slack makes no links and no mentions by itself either.
/** A paragraph with Slack's formatting; the text must be escaped where it comes from people or flows. */
export const section = (mrkdwn: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text: mrkdwn.slice(0, 3_000), verbatim: true },
});

/** A line of secondary text. */
export const context = (mrkdwn: string): KnownBlock => ({
  type: "context",
  elements: [{ type: "mrkdwn", text: mrkdwn.slice(0, 2_000), verbatim: true }],
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
