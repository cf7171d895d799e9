import { type Json, objects, textOf, withIds } from "./blocks.ts";
import type { Channel, Message, Workspace } from "./workspace.ts";

/** A message in the shape that events, history and button clicks show it in. */
export function messageJson(workspace: Workspace, message: Message): Json {
  const { channel: _channel, bot, for: _for, user, ...rest } = message;
  const { botId, id } = workspace.app;
  const author = bot ? { bot_id: botId, app_id: id } : {};
  // Slack shows what went out under another name as a bot_message without its user.
  const customised = message.username !== undefined;
  return {
    type: "message",
    ...(customised ? { subtype: "bot_message" } : { user }),
    ...author,
    team: workspace.team.id,
    ...rest,
    ...(message.thread_ts && message.thread_ts !== message.ts
      ? { parent_user_id: parentOf(workspace, message) }
      : {}),
  };
}

function parentOf(workspace: Workspace, message: Message): string | undefined {
  return workspace.messages.find((one) => one.channel === message.channel && one.ts === message.thread_ts)
    ?.user;
}

/** Stores a message of the app with what the call said about it. */
export function addBotMessage(workspace: Workspace, channel: Channel, args: Json, onlyFor?: string): Message {
  const message: Message = {
    channel: channel.id,
    ts: workspace.clock.ts(),
    user: workspace.app.botUser,
    bot: true,
    ...contentOf(workspace, args),
    ...pick(args, ["username", "icon_emoji", "icon_url", "thread_ts"]),
    ...(args.metadata ? { metadata: args.metadata as Json } : {}),
    ...(onlyFor ? { for: onlyFor } : {}),
  };
  workspace.messages.push(message);
  return message;
}

/** Writes new words over a message; what the call does not name goes, apart from the look and the metadata. */
export function rewrite(workspace: Workspace, message: Message, args: Json): void {
  delete message.blocks;
  Object.assign(message, contentOf(workspace, args));
  if (args.metadata) message.metadata = args.metadata as Json;
  // Blocks carry no "(edited)" mark in Slack, only a change of bare text does.
  if (!message.blocks) message.edited = { user: message.user, ts: workspace.clock.ts() };
}

/** Takes a message away, as far as everybody is concerned. */
export function removeMessage(workspace: Workspace, message: Message): void {
  workspace.messages.splice(workspace.messages.indexOf(message), 1);
}

function contentOf(workspace: Workspace, args: Json): { text: string; blocks?: Json[] } {
  const given = objects(args.blocks);
  const said = String(args.text ?? args.markdown_text ?? textOf(given)).slice(0, 40_000);
  if (given.length === 0) return { text: said };
  return { text: said, blocks: withIds(structuredClone(given), () => workspace.nextId("b")) };
}

function pick<Key extends string>(args: Json, keys: Key[]): { [K in Key]?: string } {
  const named = keys.filter((key) => typeof args[key] === "string" && args[key] !== "");
  return Object.fromEntries(named.map((key) => [key, args[key]])) as { [K in Key]?: string };
}
