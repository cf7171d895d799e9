/** A file in a message; `isFlow` when its name or kind says that it is YAML. */
export type DroppedFile = { id: string; isFlow: boolean };

/** What a person did in the direct message with the app; everything else there is not for us. */
export type DirectMessage = { user: string; channel: string; ts: string } & (
  | { kind: "written"; text: string; files: DroppedFile[] }
  | { kind: "edited"; text: string }
  | { kind: "deleted" }
  | { kind: "in-thread"; text: string; thread: string; files: DroppedFile[] }
);

type Fields = Record<string, unknown>;
const text = (value: unknown) => (typeof value === "string" ? value : "");
const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};

/** Reads Slack's message event, whose shape depends on its subtype. The app's own posts give nothing. */
export function readDirectMessage(event: unknown): DirectMessage | undefined {
  const { subtype, channel, channel_type, user, bot_id, ts, thread_ts, files, ...rest } = fields(event);
  if (channel_type !== "im" || bot_id) return undefined;
  if (subtype === "message_changed") return edited(text(channel), rest);
  if (subtype === "message_deleted") return deleted(text(channel), rest);
  if (![undefined, "file_share", "thread_broadcast", "me_message"].includes(subtype as string | undefined))
    return undefined;
  const place = { user: text(user), channel: text(channel), ts: text(ts) };
  const words = unescaped(text(rest.text));
  if (place.user === "") return undefined;
  if (inThread({ thread_ts, ts, subtype }))
    return { ...place, kind: "in-thread", text: words, thread: text(thread_ts), files: dropped(files) };
  return { ...place, kind: "written", text: words, files: dropped(files) };
}

// Slack also calls it an edit when a link unfurls; only other words are one. What threads hang on leaves a
// tombstone when it is deleted, and that comes as an edit as well.
function edited(channel: string, rest: Fields): DirectMessage | undefined {
  const now = fields(rest.message);
  if (now.subtype === "tombstone") return deleted(channel, rest);
  if (now.bot_id || !now.user || inThread(now) || now.text === fields(rest.previous_message).text)
    return undefined;
  return { kind: "edited", user: text(now.user), channel, ts: text(now.ts), text: unescaped(text(now.text)) };
}

function deleted(channel: string, { previous_message, deleted_ts }: Fields): DirectMessage | undefined {
  const before = fields(previous_message);
  if (before.bot_id || !before.user || inThread(before)) return undefined;
  return { kind: "deleted", user: text(before.user), channel, ts: text(deleted_ts ?? before.ts) };
}

// A snippet that was written in Slack itself has a kind and no name of its own.
const dropped = (files: unknown): DroppedFile[] =>
  (Array.isArray(files) ? files : []).map((file) => {
    const { id, name, filetype } = fields(file);
    return { id: text(id), isFlow: /\.ya?ml$/i.test(text(name)) || filetype === "yaml" };
  });

const inThread = ({ thread_ts, ts, subtype }: Fields) =>
  Boolean(thread_ts) && thread_ts !== ts && subtype !== "thread_broadcast";

// Slack sends & < > as entities; the reader wants the words as they were typed.
const unescaped = (words: string) =>
  words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
