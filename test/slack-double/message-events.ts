import { type Envelope, eventEnvelope } from "./envelope.ts";
import { type GivenFile, shareFile } from "./files.ts";
import { messageJson, removeMessage } from "./message.ts";
import { needInSlack, needScope } from "./refusal.ts";
import { directMessages, findMessage, isIn, type Message, type Workspace } from "./workspace.ts";

/** How a person's message differs from a plain line: in a thread, with files, or of a kind of its own. */
export type WriteOptions = {
  thread_ts?: string;
  subtype?: "thread_broadcast" | "file_share" | "me_message";
  files?: GivenFile[];
};

/** A person writes to the app in its DM. */
export function writeMessage(
  workspace: Workspace,
  person: string,
  text: string,
  options: WriteOptions,
): Envelope {
  const channel = hearing(workspace, person);
  const files = options.files?.map((file) => shareFile(workspace, person, file));
  const subtype = options.subtype ?? (files ? "file_share" : undefined);
  const message: Message = {
    client_msg_id: crypto.randomUUID(),
    channel,
    ts: workspace.clock.ts(),
    user: person,
    bot: false,
    text,
    blocks: [lineBlock(workspace, text)],
    ...(options.thread_ts ? { thread_ts: options.thread_ts } : {}),
    ...(subtype ? { subtype } : {}),
    ...(files ? { files } : {}),
  };
  workspace.messages.push(message);
  const root =
    subtype === "thread_broadcast" ? findMessage(workspace, channel, options.thread_ts) : undefined;
  const event = {
    ...messageJson(workspace, message),
    ...(root ? { root: messageJson(workspace, root) } : {}),
  };
  return dmEvent(workspace, person, { ...event, ...(files ? { upload: false } : {}) });
}

/** A person changes the words of a message of theirs. */
export function editMessage(workspace: Workspace, person: string, ts: string, text: string): Envelope {
  const channel = hearing(workspace, person);
  const message = ownMessage(workspace, person, ts);
  const previous_message = structuredClone(messageJson(workspace, message));
  const edited = { user: person, ts: workspace.clock.ts() };
  Object.assign(message, { text, edited, blocks: [lineBlock(workspace, text)] });
  const changed = {
    message: { ...messageJson(workspace, message), source_team: workspace.team.id },
    previous_message,
  };
  const event = { type: "message", subtype: "message_changed", hidden: true, ...changed, ts: edited.ts };
  return { ...dmEvent(workspace, person, { ...event, channel }), ts };
}

/** A person takes a message of theirs back. */
export function deleteMessage(workspace: Workspace, person: string, ts: string): Envelope {
  const channel = hearing(workspace, person);
  const message = ownMessage(workspace, person, ts);
  removeMessage(workspace, message);
  const gone = { deleted_ts: ts, previous_message: messageJson(workspace, message) };
  const event = {
    type: "message",
    subtype: "message_deleted",
    hidden: true,
    ...gone,
    ts: workspace.clock.ts(),
  };
  return { ...dmEvent(workspace, person, { ...event, channel }), ts };
}

/** A person calls the app by name in a channel. */
export function mention(workspace: Workspace, person: string, channel: string, text: string): Envelope {
  needScope(workspace.scopes, "app_mentions:read");
  needInSlack(workspace.events.includes("app_mention"), "the app does not subscribe to app_mention");
  needInSlack(isIn(workspace, person, channel), `${person} is not in ${channel}`);
  const { bot } = workspace.channels.get(channel) ?? { bot: false };
  needInSlack(bot, `the app is not in ${channel}, so ${person} is asked whether to invite it`);
  const said = `<@${workspace.app.botUser}> ${text}`.trim();
  const ts = workspace.clock.ts();
  const message: Message = {
    client_msg_id: crypto.randomUUID(),
    channel,
    ts,
    user: person,
    bot: false,
    text: said,
  };
  workspace.messages.push(message);
  const blocks = [lineBlock(workspace, said)];
  const event = { ...messageJson(workspace, message), type: "app_mention", blocks, channel, event_ts: ts };
  return eventEnvelope(workspace, person, event);
}

/** What the app itself said in a DM comes back to it as an event, as it does in Slack. */
export function echoOf(workspace: Workspace, message: Message): Envelope {
  const [person = ""] = workspace.channels.get(message.channel)?.people ?? [];
  return dmEvent(workspace, person, messageJson(workspace, message));
}

function hearing(workspace: Workspace, person: string): string {
  needScope(workspace.scopes, "im:history");
  needInSlack(workspace.events.includes("message.im"), "the app does not subscribe to message.im");
  return directMessages(workspace, person).id;
}

function dmEvent(workspace: Workspace, person: string, event: Envelope["body"]): Envelope {
  const channel = directMessages(workspace, person).id;
  return eventEnvelope(workspace, person, { ...event, channel, channel_type: "im", event_ts: event.ts });
}

function ownMessage(workspace: Workspace, person: string, ts: string): Message {
  const message = findMessage(workspace, directMessages(workspace, person).id, ts);
  if (!message || message.user !== person) throw new Error(`${person} has no message of ${ts} to change.`);
  return message;
}

function lineBlock(workspace: Workspace, text: string) {
  const elements = [{ type: "rich_text_section", elements: [{ type: "text", text }] }];
  return { type: "rich_text", block_id: workspace.nextId("b"), elements };
}
