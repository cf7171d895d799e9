import type { Json } from "./blocks.ts";
import { checkContent } from "./chat-methods.ts";
import { addBotMessage, removeMessage, rewrite } from "./message.ts";
import { refusal } from "./refusal.ts";
import type { Origin } from "./tickets.ts";
import { findMessage, type Workspace } from "./workspace.ts";

/** Does what the app posted to a response_url: replace or delete the message it came from, or say something new. */
export function respond(workspace: Workspace, origin: Origin, args: Json): void {
  const message = findMessage(workspace, origin.channel, origin.ts);
  if (args.delete_original) {
    if (!message) throw refusal("message_not_found");
    removeMessage(workspace, message);
    return;
  }
  checkContent(args, workspace);
  if (args.replace_original && message) {
    rewrite(workspace, message, args);
    return;
  }
  const channel = workspace.channels.get(origin.channel);
  if (!channel) throw refusal("channel_not_found");
  addBotMessage(workspace, channel, args, args.response_type === "in_channel" ? undefined : origin.person);
}
