import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Outgoing } from "../store/outbox.ts";
import { postWithFile } from "./give-file.ts";
import { assertWithinLimits } from "./limits.ts";
import type { Message } from "./message.ts";
import { type PictureRoad, postWithPicture } from "./show-picture.ts";

const EVENT_TYPE = "tightrope_message";
// Only what we mark as a link or a mention is one; for changes of a message, Slack would look for more by itself.
const AS_WRITTEN = { parse: "none", link_names: false } as const;
// How far this machine's clock and Slack's may be apart.
const CLOCKS_APART = 15 * 60_000;

/**
 * Brings one message to Slack, and says where it stands there.
 * @throws RangeError when Slack would not take it as it is; FileLate; whatever Slack's client throws.
 */
export async function deliver(
  client: WebClient,
  outgoing: Outgoing,
  road: PictureRoad,
): Promise<string | undefined> {
  const { channel, id, kind, targetTs } = outgoing;
  const message = outgoing.message as Message;
  assertWithinLimits(message, kind === "post" ? "post" : "update");
  if (kind === "delete") return remove(client, outgoing, road);
  if (kind === "update") {
    // Its message never arrived, so there is nothing to change.
    if (!targetTs) return undefined;
    const { text, blocks } = message;
    await client.chat.update({ channel, ts: targetTs, text, blocks: blocks ?? [], ...AS_WRITTEN });
    return targetTs;
  }
  // Everybody in the workspace could read it, so it holds an id and nothing else.
  const metadata = { event_type: EVENT_TYPE, event_payload: { id } };
  const post = async (words: Message) => {
    const thread = targetTs ? { thread_ts: targetTs } : {};
    const posted = await client.chat.postMessage({
      channel,
      ...words,
      ...thread,
      metadata,
      unfurl_links: false,
      unfurl_media: false,
      ...AS_WRITTEN,
    });
    return posted.ts;
  };
  const { picture, file, ...plain } = message;
  if (file) return postWithFile(client, channel, { ...plain, file }, post, road);
  return picture ? postWithPicture(client, { ...plain, picture }, post, road) : post(plain);
}

// Where a message cannot be removed (a workspace may forbid it), its words go all the same.
async function remove(client: WebClient, outgoing: Outgoing, road: PictureRoad): Promise<string | undefined> {
  const { channel, targetTs } = outgoing;
  if (!targetTs) return undefined;
  try {
    await client.chat.delete({ channel, ts: targetTs });
    return undefined;
  } catch (error) {
    const reason = error instanceof WebAPIPlatformError ? error.data.error : "";
    if (reason === "message_not_found") return undefined;
    if (!CANNOT_DELETE.includes(reason)) throw error;
    return deliver(client, { ...outgoing, kind: "update" }, road);
  }
}

const CANNOT_DELETE = ["cant_delete_message", "compliance_exports_prevent_deletion"];

/** Looks in the direct message itself for a message that carries our id, or our file, and says where it stands. */
export async function arrivedAt(
  client: WebClient,
  { channel, id, writtenAt, message }: Outgoing,
): Promise<string | undefined> {
  const { messages } = await client.conversations.history({
    channel,
    oldest: String(Math.floor((writtenAt - CLOCKS_APART) / 1_000)),
    include_all_metadata: true,
    limit: 200,
  });
  const file = (message as Message).file?.id;
  const mine = messages?.find((one) => {
    const { metadata, files } = one as { metadata?: { event_payload?: { id?: string } }; files?: HasId[] };
    return metadata?.event_payload?.id === id || (file && files?.some((given) => given.id === file));
  });
  return mine?.ts;
}

type HasId = { id?: string };
