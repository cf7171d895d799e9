import type { ReceiverEvent } from "@slack/bolt";
import { readDirectMessage } from "./direct-message.ts";

/**
 * What kind of message came in, if it is a message: nobody's to hear, as Slack reports what the app itself has posted as
 * well; or plain words in a direct message, without files, which are answered within one transaction.
 */
export function kindOfMessage({ event }: ReceiverEvent["body"]): "nobody's" | "plain" | undefined {
  if ((event as { type?: unknown } | undefined)?.type !== "message") return undefined;
  const message = readDirectMessage(event);
  if (!message) return "nobody's";
  return "files" in message && message.files.length > 0 ? undefined : "plain";
}
