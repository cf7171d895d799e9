import type { App, ReceiverEvent } from "@slack/bolt";
import type { Logger } from "pino";
import type { Envelope } from "../store/inbox.ts";
import type { Store } from "../store/store.ts";
import { misshapen } from "./check-envelope.ts";
import type { ClientOf } from "./clients.ts";
import { type Answered, envelopeOf } from "./envelope.ts";
import { hearPatiently } from "./hear-patiently.ts";
import { reasonOf } from "./is-final.ts";
import { kindOfMessage } from "./plain-message.ts";

/** What is being heard. */
export type Hearing = {
  /** Begins to hear again what was interrupted, in the order in which it came. */
  again(): Promise<void>;
  /** Waits for what is being heard just now. */
  heard(): Promise<void>;
  /** The same, where there is no more time to be patient with Slack, and nothing is heard again from then on. */
  settled(): Promise<void>;
};

type Before = Pick<Answered, "receivedAt">;

/** Slack waits three seconds for an acknowledgement; what is not done after so many ms is written down by itself. */
const SOON_DONE = 150;
/** With so many under way, what comes next would wait too long for its turn. */
const MANY = 16;

/**
 * Has everything on disk before Slack is told that it arrived, and answers a repetition without doing it again. Bolt
 * itself acknowledges first and never looks for repetitions; both its receivers pass here.
 */
export function hearOnce(app: App, clientOf: ClientOf, store: Store, log: Logger): Hearing {
  const underWay = new Map<string, Promise<boolean>>();
  const leaving = new AbortController();
  const hear = hearPatiently(app, clientOf, store, log, leaving.signal);

  const begin = (event: ReceiverEvent, { team, id }: Envelope, before: Before) => {
    const key = keyOf({ team, id });
    const work = hear(event, { team, id, ...before }).finally(() => underWay.delete(key));
    underWay.set(key, work);
    return work;
  };

  // Written down by then, whether it is or not.
  const isNew = async (envelope: Envelope) => !(await store.note(envelope)) && !underWay.has(keyOf(envelope));

  const noteFirst = async (event: ReceiverEvent, envelope: Envelope) => {
    if (await isNew(envelope)) await begin(event, envelope, {});
    else await event.ack();
  };

  // The transaction that does what follows from a message also marks it as done, so it need not be written down before
  // that: where nothing comes of it, it was not acknowledged either, and Slack repeats it.
  const doFirst = async (event: ReceiverEvent, envelope: Envelope) => {
    const work = begin({ ...event, ack: async () => {} }, envelope, {});
    if (!(await within(SOON_DONE, work))) await store.note(envelope);
    await event.ack();
    await work;
  };

  app.processEvent = async (event: ReceiverEvent) => {
    const odd = misshapen(event.body);
    // What has not the shape of what Slack sends is nobody's word: it is neither kept nor answered.
    if (odd) log.warn({ part: odd }, "something came in that Slack would not send; it was left out");
    const kind = odd ? "nobody's" : kindOfMessage(event.body);
    if (kind === "nobody's") return event.ack();
    const envelope = envelopeOf(event.body);
    return kind === "plain" && underWay.size < MANY && !underWay.has(keyOf(envelope))
      ? doFirst(event, envelope)
      : noteFirst(event, envelope);
  };

  const heard = async () => {
    await Promise.allSettled([...underWay.values()]);
  };
  return {
    heard,
    settled: () => {
      leaving.abort();
      return heard();
    },
    // What a crash interrupted was acknowledged long ago; it goes through the same door once more.
    again: async () => {
      for (const { receivedAt, ...envelope } of await store.undone()) {
        const isOurs = !underWay.has(keyOf(envelope)) && (await isNew(envelope));
        if (leaving.signal.aborted) return;
        if (!isOurs) continue;
        const event = { body: envelope.body as ReceiverEvent["body"], ack: async () => {} };
        begin(event, envelope, { receivedAt }).catch((error: unknown) =>
          log.error({ id: envelope.id, err: reasonOf(error) }, "what was left undone cannot be heard"),
        );
      }
    },
  };
}

const keyOf = ({ team, id }: Pick<Envelope, "team" | "id">) => `${team}/${id}`;

// Whether work was done within so many ms; what failed was not.
async function within(ms: number, work: Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  const isDone = await Promise.race([work.catch(() => false), late.promise]);
  clearTimeout(timer);
  return isDone;
}
