import { WebAPIPlatformError } from "@slack/web-api";
import type { Logger } from "pino";
import type { Outgoing, Place } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import { askAboutMessage } from "./ask-about-message.ts";
import type { ClientOf } from "./clients.ts";
import { arrivedAt, deliver } from "./deliver.ts";
import { FileLate } from "./file-late.ts";
import { isDirect } from "./is-direct.ts";
import { isFinal, lacksScope, mayStillArrive, patienceOf, reasonOf } from "./is-final.ts";
import { createLanes } from "./lanes.ts";
import { lostMessage, toldInDoubt } from "./lost-message.ts";
import type { Message } from "./message.ts";
import { type Upload, uploadToSlack } from "./upload-picture.ts";

const FIRST_PAUSE = 2_000;
/** Given up is what was tried so often, about once a minute, and was written so long ago (ms). */
const MOST_TRIES = 200;
const LONGEST = 24 * 3_600_000;

/** How long to leave Slack in peace after so many tries, in ms: 2 s at first, about a minute in the end. */
const pauseAfter = (tries: number) => FIRST_PAUSE * 2 ** Math.min(tries - 1, 5);

/** The same while it cannot be found out whether a message arrived: the longer it is unknown, the longer. */
const pauseSince = (instant: number, now: number) =>
  Math.min(Math.max((now - instant) / 4, FIRST_PAUSE), pauseAfter(Infinity));

const codeOf = (error: unknown) => (error instanceof WebAPIPlatformError ? error.data.error : "");

/** It took so long that another instance sends the message by now. */
class TakenOver extends Error {}

export type Sender = {
  /** Goes to every channel in which something was ready by an instant (now unless told); each goes on by itself. */
  look(by?: number): Promise<void>;
  /** Waits until nothing is on its way any more; says whether something has been since it was asked last. */
  settled(): Promise<boolean>;
  /** Starts nothing more and waits for what is on its way. */
  stop(): Promise<void>;
};

/** Carries what was written down to Slack: each message once, in order, at Slack's pace, and marked when it arrived. */
export function createSender(
  clientOf: ClientOf,
  store: Store,
  log: Logger,
  now: () => number,
  upload: Upload = uploadToSlack,
  bring = deliver,
): Sender {
  const send = async (outgoing: Outgoing) => {
    const road = {
      upload,
      keep: async (message: Message) => {
        if (!(await store.amend(outgoing, message))) throw new TakenOver();
      },
      warn: (reason: string) => log.warn({ id: outgoing.id, reason }, "a message goes without its picture"),
    };
    try {
      const ts = await bring(await clientOf(outgoing.team), outgoing, road);
      await store.sent(outgoing, ts, canBeFound(outgoing));
    } catch (error) {
      await failed(outgoing, error);
    }
  };

  const failed = async (outgoing: Outgoing, error: unknown) => {
    const { id, tries, writtenAt } = outgoing;
    if (error instanceof TakenOver) return;
    if (patienceOf(error) > 0) {
      await store.holdBack(outgoing, now() + patienceOf(error));
      return store.putBack(outgoing, now());
    }
    const reason = reasonOf(error);
    // Where a scope is missing, nothing goes until it is given; then everything does.
    const isHopeless = isFinal(error) && !lacksScope(error);
    if (isHopeless || (tries >= MOST_TRIES && now() - writtenAt > LONGEST)) {
      log.error({ id, reason }, "a message cannot be sent");
      return store.giveUp(outgoing, (desk) => lostMessage(desk, outgoing, codeOf(error), now()));
    }
    log.warn({ id, tries, reason }, "a message could not be sent yet");
    if (error instanceof FileLate)
      return store.putBack(outgoing, now() + Math.max(error.patience, pauseAfter(tries)));
    const later = now() + pauseAfter(tries);
    // What got no answer may be taken by Slack even later: a post twice, or an old change after a newer one.
    if (mayStillArrive(error)) return store.unanswered(outgoing, later);
    // Nothing was posted yet; a change may be made twice without harm; a message that may have arrived is looked up first.
    return outgoing.kind !== "post" ? store.putBack(outgoing, later) : store.unsure(outgoing, later);
  };

  // Elsewhere the app cannot look whether a message arrived.
  const canBeFound = ({ channel }: Place) => isDirect(channel);

  const settle = async (outgoing: Outgoing, sureFrom: number) => {
    const { id, kind, writtenAt } = outgoing;
    // It may still be on its way: now it counts only if it is there, and otherwise it is looked for once more then.
    const isEarly = now() < sureFrom;
    if (kind !== "post") return isEarly ? store.unsure(outgoing, sureFrom) : store.putBack(outgoing, now());
    try {
      const ts = await arrivedAt(await clientOf(outgoing.team), outgoing);
      if (ts) return await store.sent(outgoing, ts);
      return isEarly ? await store.unsure(outgoing, sureFrom) : await store.putBack(outgoing, now());
    } catch (error) {
      if (isEarly) return store.unsure(outgoing, sureFrom);
      if (patienceOf(error) > 0) return store.unsure(outgoing, now() + patienceOf(error));
      log.warn({ id, reason: reasonOf(error) }, "it is not known yet whether a message arrived");
      if (!isFinal(error)) return store.unsure(outgoing, now() + pauseSince(writtenAt, now()));
      const tell = toldInDoubt(outgoing);
      if (tell) return store.giveUp(outgoing, (desk) => tell(desk, outgoing));
      return store.setAside(outgoing, (desk) => askAboutMessage(desk, outgoing));
    }
  };

  let carried = false;
  const lanes = createLanes({
    now,
    failed: (error) => log.error({ err: reasonOf(error) }, "the outbox stumbled"),
    run: async (place, isOver, taken) => {
      for (let first = taken; ; first = undefined) {
        const { next } = first ?? { next: await store.next(place) };
        if (!next) return undefined;
        if ("waitUntil" in next) return next.waitUntil;
        carried = true;
        if ("settle" in next) await settle(next.settle, next.sureFrom);
        else {
          await send(next.send);
          if (isOver(next.send.id)) return undefined;
        }
      }
    },
  });
  // Where nobody can look, nothing is on its way longer than need be.
  store.takeAlong((place) => (canBeFound(place) ? lanes.keep(place) : undefined));
  store.whenDone(({ messages }) => {
    for (const message of messages) lanes.open(message);
  });

  return {
    look: async (by) => {
      for (const place of await store.placesToServe(by)) lanes.open(place);
    },
    settled: async () => {
      await lanes.settled();
      const had = carried;
      carried = false;
      return had;
    },
    stop: lanes.stop,
  };
}
