import type { App, ReceiverEvent } from "@slack/bolt";
import type { Envelope } from "../store/inbox.ts";
import type { Store } from "../store/store.ts";
import { envelopeOf } from "./envelope.ts";

/** Stops hearing and waits for what is being heard. */
export type Hearing = { settled(): Promise<void>; again(): Promise<void> };

/** Finds the envelope of what a listener is answering. */
export const envelopeIn = (context: object): Pick<Envelope, "team" | "id"> =>
  (context as { envelope: Pick<Envelope, "team" | "id"> }).envelope;

/**
 * Writes everything down before Slack is told that it arrived, and answers a repetition without doing it
 * again. Bolt itself acknowledges first and never looks for repetitions; both its receivers pass here.
 */
export function hearOnce(app: App, store: Store): Hearing {
  const listen = app.processEvent.bind(app);
  const underWay = new Map<string, Promise<void>>();

  const hear = async (event: ReceiverEvent, { team, id }: Envelope) => {
    try {
      await listen({ ...event, customProperties: { ...event.customProperties, envelope: { team, id } } });
    } finally {
      // Listeners with an effect have marked it within their transaction; this covers those that only look.
      await store.once({ team, id }, async () => {});
    }
  };

  app.processEvent = async (event: ReceiverEvent) => {
    const envelope = envelopeOf(event.body);
    const key = `${envelope.team}/${envelope.id}`;
    const known = await store.note(envelope);
    if (known || underWay.has(key)) return event.ack();
    const work = hear(event, envelope).finally(() => underWay.delete(key));
    underWay.set(key, work);
    return work;
  };

  return {
    settled: async () => {
      await Promise.allSettled([...underWay.values()]);
    },
    // What a crash interrupted was acknowledged long ago; it goes through the same door once more.
    again: async () => {
      for (const { body } of await store.undone())
        await app.processEvent({ body: body as ReceiverEvent["body"], ack: async () => {} });
    },
  };
}
