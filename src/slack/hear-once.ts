import { type App, type ReceiverEvent, UnknownError } from "@slack/bolt";
import type { Logger } from "pino";
import { wasCut } from "../store/again.ts";
import type { Envelope } from "../store/inbox.ts";
import type { Store } from "../store/store.ts";
import { answerError, passesIn } from "./answer-error.ts";
import { misshapen } from "./check-envelope.ts";
import type { ClientOf } from "./clients.ts";
import { envelopeOf } from "./envelope.ts";
import { NotOurs } from "./own-values.ts";

/** What is being heard: waiting for it, and hearing again what was interrupted. */
export type Hearing = { settled(): Promise<void>; again(): Promise<void> };

/** The envelope of what is being answered, whether its work is known to be done, and when it came if that was before now. */
export type Answered = Pick<Envelope, "team" | "id"> & { done?: boolean; receivedAt?: number };

/** Finds the envelope of what a listener is answering. */
export const envelopeIn = (context: object): Answered => (context as { envelope: Answered }).envelope;

const PAUSES = [300, 1_000, 3_000];
const LONGEST_PAUSE = 30_000;

/**
 * Writes everything down before Slack is told that it arrived, and answers a repetition without doing it
 * again. Bolt itself acknowledges first and never looks for repetitions; both its receivers pass here.
 */
export function hearOnce(app: App, clientOf: ClientOf, store: Store, log: Logger): Hearing {
  const listen = app.processEvent.bind(app);
  const underWay = new Map<string, Promise<void>>();
  const errors = new WeakMap<object, Error>();
  const leaving = Promise.withResolvers<"leaving">();

  app.error(async ({ error, body }: { error: Error; body: object }) => {
    errors.set(body, error instanceof UnknownError ? error.original : error);
  });

  const attempt = async (event: ReceiverEvent): Promise<Error | undefined> => {
    errors.delete(event.body);
    // Bolt itself may stumble before any listener; left undone, that would be heard again for ever.
    await listen(event).catch((error: Error) => errors.set(event.body, error));
    return errors.get(event.body);
  };

  const hear = async (event: ReceiverEvent, { team, id }: Envelope, before: Pick<Answered, "receivedAt">) => {
    const answered: Answered = { team, id, ...before };
    const customProperties = { ...event.customProperties, envelope: answered };
    const once = { ...event, ack: acknowledgedOnce(event, log), customProperties };
    for (const pause of [...PAUSES, undefined]) {
      const error = await attempt(once);
      // What nobody listens to any more, such as a button of long ago, is acknowledged all the same.
      if (!error) {
        await once.ack();
        break;
      }
      const isDatabase = wasCut(error);
      const patience = isDatabase ? 0 : passesIn(error);
      // The dialogue it came from closes, whatever is said of it.
      if (error instanceof NotOurs) await once.ack();
      // It stands written down, and is heard again when the database is back.
      if (isDatabase && pause === undefined) return;
      if (pause === undefined || patience === undefined || patience > LONGEST_PAUSE) {
        await answerError(clientOf, log, error, { team, body: event.body });
        break;
      }
      const who = isDatabase ? "the database" : "Slack";
      log.warn({ id, reason: error.message }, `${who} could not be reached; trying again`);
      // Whoever leaves now leaves it written down; the next start hears it.
      if ((await Promise.race([leaving.promise, after(Math.max(pause, patience))])) === "leaving") return;
    }
    // Listeners with an effect have marked it within their transaction; this covers those that only look.
    if (answered.done) return;
    await store
      .once({ team, id }, async () => {})
      .catch((error: unknown) => {
        if (!wasCut(error)) throw error;
      });
  };

  const takeIn = async (event: ReceiverEvent, before: Pick<Answered, "receivedAt"> = {}) => {
    const envelope = envelopeOf(event.body);
    const key = `${envelope.team}/${envelope.id}`;
    const known = await store.note(envelope);
    if (known || underWay.has(key)) return event.ack();
    const work = hear(event, envelope, before).finally(() => underWay.delete(key));
    underWay.set(key, work);
    return work;
  };
  app.processEvent = async (event: ReceiverEvent) => {
    const odd = misshapen(event.body);
    if (!odd) return takeIn(event);
    // What has not the shape of what Slack sends is nobody's word: it is neither kept nor answered.
    log.warn({ part: odd }, "something came in that Slack would not send; it was left out");
    return event.ack();
  };

  return {
    settled: async () => {
      leaving.resolve("leaving");
      await Promise.allSettled([...underWay.values()]);
    },
    // What a crash interrupted was acknowledged long ago; it goes through the same door once more.
    again: async () => {
      for (const { team, id, body, receivedAt } of await store.undone())
        if (!underWay.has(`${team}/${id}`))
          await takeIn({ body: body as ReceiverEvent["body"], ack: async () => {} }, { receivedAt });
    },
  };
}

const after = (ms: number) => new Promise<"later">((resolve) => setTimeout(() => resolve("later"), ms));

// A second attempt has nothing left to acknowledge, and a late acknowledgement is no reason not to listen.
function acknowledgedOnce(event: ReceiverEvent, log: Logger): ReceiverEvent["ack"] {
  let acknowledged = false;
  return async (answer) => {
    if (acknowledged) return;
    acknowledged = true;
    await event
      .ack(answer)
      .catch((error: unknown) => log.warn({ reason: String(error) }, "Slack was answered too late"));
  };
}
