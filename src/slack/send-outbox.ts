import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Outgoing } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import { arrivedAt, deliver } from "./deliver.ts";
import { isFinal, reasonOf } from "./is-final.ts";
import { lostMessage, toldInDoubt } from "./lost-message.ts";
import type { Message } from "./message.ts";
import { PictureLate } from "./show-picture.ts";
import { type Upload, uploadToSlack } from "./upload-picture.ts";

const FIRST_PAUSE = 2_000;
const MOST_TRIES = 200;

/** How long to leave Slack in peace after so many tries, in ms: 2 s at first, about a minute in the end. */
const pauseAfter = (tries: number) => FIRST_PAUSE * 2 ** Math.min(tries - 1, 5);

const codeOf = (error: unknown) => (error instanceof WebAPIPlatformError ? error.data.error : "");

export type Sender = {
  /** Starts whatever may go now; each channel goes on by itself, and none waits for another. */
  sendReady(): Promise<void>;
  /** Waits until nothing is on its way any more. */
  settled(): Promise<void>;
  /** Starts nothing more and waits for what is on its way. */
  stop(): Promise<void>;
};

/** Carries what was written down to Slack: each message once, in order, and marked when it arrived. */
export function createSender(
  client: WebClient,
  store: Store,
  log: Logger,
  now: () => number,
  upload: Upload = uploadToSlack,
): Sender {
  const underWay = new Set<string>();
  const lanes = new Set<Promise<void>>();
  let stopped = false;

  const send = async (outgoing: Outgoing) => {
    if (!(await store.sending(outgoing))) return;
    const road = {
      upload,
      keep: (message: Message) => store.amend(outgoing, message),
      warn: (reason: string) => log.warn({ id: outgoing.id, reason }, "a message goes without its picture"),
    };
    try {
      await store.sent(outgoing, await deliver(client, outgoing, road));
    } catch (error) {
      await failed({ ...outgoing, tries: outgoing.tries + 1 }, error);
    }
  };

  const failed = async (outgoing: Outgoing, error: unknown) => {
    const { id, tries } = outgoing;
    if (error instanceof WebAPIRateLimitedError) return store.putBack(outgoing, patience(error));
    const reason = reasonOf(error);
    if (isFinal(error) || tries >= MOST_TRIES) {
      log.error({ id, reason }, "a message cannot be sent");
      return store.giveUp(outgoing, (desk) => lostMessage(desk, outgoing, codeOf(error), now()));
    }
    log.warn({ id, tries, reason }, "a message could not be sent yet");
    const later = now() + pauseAfter(tries);
    // Nothing was posted yet; a change may be made twice without harm; a message that may have arrived is looked up first.
    const harmless = error instanceof PictureLate || outgoing.kind !== "post";
    return harmless ? store.putBack(outgoing, later) : store.unsure(outgoing, later);
  };

  const patience = ({ retryAfter }: WebAPIRateLimitedError) => now() + Math.max(1, retryAfter) * 1_000;

  const settle = async (outgoing: Outgoing) => {
    if (!(await store.settling(outgoing))) return;
    const { id, tries, kind } = outgoing;
    if (kind !== "post") return store.putBack(outgoing, now());
    try {
      const ts = await arrivedAt(client, outgoing);
      return ts ? await store.sent(outgoing, ts) : await store.putBack(outgoing, now());
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError) return store.unsure(outgoing, patience(error));
      log.warn({ id, reason: reasonOf(error) }, "it is not known yet whether a message arrived");
      if (!isFinal(error)) return store.unsure(outgoing, now() + pauseAfter(tries));
      const tell = toldInDoubt(outgoing);
      if (tell) return store.giveUp(outgoing, (desk) => tell(desk, outgoing));
      // Where Slack lets nobody look, saying it perhaps twice is better than perhaps not at all.
      return store.putBack(outgoing, now());
    }
  };

  const start = (outgoing: Outgoing, work: (outgoing: Outgoing) => Promise<void>) => {
    const key = keyOf(outgoing);
    underWay.add(key);
    const lane = work(outgoing)
      .finally(() => underWay.delete(key))
      .then(sendReady)
      .catch((error: unknown) => log.error({ err: reasonOf(error) }, "the outbox stumbled"))
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  };

  const sendReady = async () => {
    if (stopped) return;
    // Read before and after: what finishes in between is neither ready nor in doubt.
    const before = new Set(underWay);
    const doubtful = await store.inDoubt();
    const ready = await store.readyToSend();
    if (stopped) return;
    const idle = (one: Outgoing) => !before.has(keyOf(one)) && !underWay.has(keyOf(one));
    for (const outgoing of doubtful.filter(idle)) start(outgoing, settle);
    for (const outgoing of ready.filter(idle)) start(outgoing, send);
  };

  const settled = async () => {
    while (lanes.size > 0) await Promise.all(lanes);
  };

  return {
    sendReady,
    settled,
    stop: async () => {
      stopped = true;
      await settled();
    },
  };
}

const keyOf = ({ team, id }: Outgoing) => `${team}/${id}`;
