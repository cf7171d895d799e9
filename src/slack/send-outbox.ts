import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Outgoing } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import { assertWithinLimits } from "./limits.ts";
import type { Message } from "./message.ts";

const EVENT_TYPE = "tightrope_message";
const RETRY_MS = 2_000;
const MOST_TRIES = 200;

export type Sender = {
  /** Sends everything that may go now, in order within each channel; says how much was tried. */
  sendReady(): Promise<number>;
  /** Settles what was being sent when the process ended: it is looked up before it is sent again. */
  settleInterrupted(): Promise<void>;
};

/** Carries what was written down to Slack: each message once, in order, and marked when it arrived. */
export function createSender(client: WebClient, store: Store, log: Logger, now: () => number): Sender {
  const deliver = async (outgoing: Outgoing): Promise<string | undefined> => {
    const { channel, id, kind, targetTs } = outgoing;
    const message = outgoing.message as Message;
    assertWithinLimits(message);
    if (kind === "update") {
      // Its message never arrived, so there is nothing to change.
      if (!targetTs) return undefined;
      const { text, blocks } = message;
      await client.chat.update({ channel, ts: targetTs, text, blocks: blocks ?? [] });
      return targetTs;
    }
    const metadata = { event_type: EVENT_TYPE, event_payload: { id } };
    const posted = await client.chat.postMessage({ channel, ...message, metadata, unfurl_links: false });
    return posted.ts;
  };

  const send = async (outgoing: Outgoing) => {
    await store.sending(outgoing);
    try {
      await store.sent(outgoing, await deliver(outgoing));
    } catch (error) {
      await handleFailure(outgoing, error);
    }
  };

  const handleFailure = async (outgoing: Outgoing, error: unknown) => {
    const { id, tries } = outgoing;
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof WebAPIRateLimitedError)
      return store.putBack(outgoing, now() + Math.max(1, error.retryAfter) * 1_000);
    if (error instanceof WebAPIPlatformError || error instanceof RangeError || tries >= MOST_TRIES) {
      log.error({ id, reason }, "a message cannot be sent");
      return store.giveUp(outgoing);
    }
    log.warn({ id, tries, reason }, "a message could not be sent yet");
    // A refusal did not arrive; after a lost answer it may have.
    if (!(error instanceof WebAPIHTTPError) && outgoing.kind === "post") {
      const ts = await arrivedAt(outgoing.channel, id, now() - 15 * 60_000).catch(() => "unknown");
      if (ts && ts !== "unknown") return store.sent(outgoing, ts);
      if (ts === "unknown") return;
    }
    return store.putBack(outgoing, now() + RETRY_MS);
  };

  // Looks in the direct message itself for a message that carries our id.
  const arrivedAt = async (channel: string, id: string, since: number): Promise<string | undefined> => {
    const { messages } = await client.conversations.history({
      channel,
      oldest: String(Math.floor(since / 1_000)),
      include_all_metadata: true,
      limit: 200,
    });
    const mine = messages?.find((message) => {
      const { metadata } = message as { metadata?: { event_payload?: { id?: string } } };
      return metadata?.event_payload?.id === id;
    });
    return mine?.ts;
  };

  return {
    sendReady: async () => {
      const ready = await store.readyToSend();
      await Promise.all(ready.map(send));
      return ready.length;
    },
    settleInterrupted: async () => {
      for (const { team, id, channel, kind, writtenAt } of await store.interrupted()) {
        // A change may be made twice without harm.
        if (kind === "update") {
          await store.putBack({ team, id }, now());
          continue;
        }
        try {
          const ts = await arrivedAt(channel, id, writtenAt - 60_000);
          if (ts) await store.sent({ team, id }, ts);
          else await store.putBack({ team, id }, now());
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          log.warn({ id, reason }, "it is not known yet whether a message arrived");
        }
      }
    },
  };
}
