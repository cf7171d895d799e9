import type { Json } from "./blocks.ts";
import { objects } from "./blocks.ts";
import { blockProblems } from "./limits.ts";
import { addBotMessage, messageJson, removeMessage, rewrite } from "./message.ts";
import { needScope, refusal, refuseIf } from "./refusal.ts";
import { checkSlackFiles } from "./uploads.ts";
import { type Channel, directMessages, findMessage, type Message, type Workspace } from "./workspace.ts";

/** Slack's `chat.*`, each from the call's arguments to what it answers beside `ok`. */
export const chatMethods = {
  "chat.postMessage": (workspace: Workspace, args: Json): Json => {
    const look = args.username || args.icon_emoji || args.icon_url;
    if (look) needScope(workspace.scopes, "chat:write.customize");
    checkContent(args, workspace);
    const channel = placeToSay(workspace, args.channel, Boolean(look));
    const message = addBotMessage(workspace, channel, args);
    return { channel: channel.id, ts: message.ts, message: messageJson(workspace, message) };
  },

  "chat.update": (workspace: Workspace, args: Json): Json => {
    const channel = target(workspace, args.channel);
    if (String(args.text ?? "").length > 4000) throw refusal("msg_too_long");
    checkContent(args, workspace);
    const message = ownMessage(workspace, channel, args.ts, "cant_update_message");
    rewrite(workspace, message, args);
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: messageJson(workspace, message),
    };
  },

  "chat.delete": (workspace: Workspace, args: Json): Json => {
    const channel = target(workspace, args.channel);
    const message = ownMessage(workspace, channel, args.ts, "cant_delete_message");
    if (message.username || message.icon_emoji || message.icon_url) throw refusal("cant_delete_message");
    removeMessage(workspace, message);
    return { channel: channel.id, ts: message.ts };
  },

  "chat.postEphemeral": (workspace: Workspace, args: Json): Json => {
    if (args.username || args.icon_emoji || args.icon_url)
      needScope(workspace.scopes, "chat:write.customize");
    checkContent(args, workspace);
    const channel = placeToSay(workspace, args.channel);
    if (!channel.people.includes(String(args.user))) throw refusal("user_not_in_channel");
    return { message_ts: addBotMessage(workspace, channel, args, String(args.user)).ts };
  },
};

/** Refuses a message without content, or with blocks that Slack would not show. */
export function checkContent(args: Json, workspace: Workspace): void {
  if (args.markdown_text && (args.text || args.blocks)) throw refusal("markdown_text_conflict");
  if (args.blocks !== undefined) refuseIf(blockProblems(args.blocks, "message"), "invalid_blocks");
  checkSlackFiles(workspace, args.blocks);
  if (!args.text && !args.markdown_text && objects(args.blocks).length === 0) throw refusal("no_text");
}

function target(workspace: Workspace, id: unknown, customised = false): Channel {
  if (workspace.people.has(String(id))) {
    // A person's id opens the app's own DM, unless the message has another name: then it is Slackbot's.
    return directMessages(workspace, String(id), customised ? "slackbot" : "im");
  }
  const channel = workspace.channels.get(String(id));
  if (!channel || channel.kind === "slackbot") throw refusal("channel_not_found");
  if (!channel.bot) throw refusal(channel.kind === "private" ? "channel_not_found" : "not_in_channel");
  return channel;
}

// Where nobody may write any more, and where the app may write without being in it.
function placeToSay(workspace: Workspace, id: unknown, customised = false): Channel {
  const known = workspace.channels.get(String(id));
  const isPublic = known?.kind === "channel" && workspace.scopes.includes("chat:write.public");
  const channel = known && isPublic ? known : target(workspace, id, customised);
  if (channel.archived) throw refusal("is_archived");
  return channel;
}

function ownMessage(workspace: Workspace, channel: Channel, ts: unknown, code: string): Message {
  const message = findMessage(workspace, channel.id, ts);
  // An ephemeral message is nowhere to be found, save through its response_url.
  if (!message || message.for) throw refusal("message_not_found");
  if (!message.bot) throw refusal(code);
  return message;
}
