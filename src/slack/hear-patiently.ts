import { type App, type ReceiverEvent, UnknownError } from "@slack/bolt";
import type { Logger } from "pino";
import { wasCut } from "../store/again.ts";
import type { Store } from "../store/store.ts";
import { answerError, passesIn } from "./answer-error.ts";
import type { ClientOf } from "./clients.ts";
import type { Answered } from "./envelope.ts";
import { NotOurs } from "./own-values.ts";

const PAUSES = [300, 1_000, 3_000];
const LONGEST_PAUSE = 30_000;
/** Slack is waited for so long (ms): its limits are for a minute, and what people wrote stands written down. */
const PATIENCE = 10 * 60_000;

type Hear = (event: ReceiverEvent, answered: Answered) => Promise<boolean>;

/**
 * Lets the listeners hear something, and again for a while where the database or Slack is out of reach; who cannot be
 * answered is told. Says whether everything that follows from it is on disk.
 * @param leaving aborted when there is no more time to be patient.
 */
export function hearPatiently(
  app: App,
  clientOf: ClientOf,
  store: Store,
  log: Logger,
  leaving: AbortSignal,
): Hear {
  const listen = app.processEvent.bind(app);
  const errors = new WeakMap<object, Error>();

  app.error(async ({ error, body }: { error: Error; body: object }) => {
    errors.set(body, error instanceof UnknownError ? error.original : error);
  });

  const attempt = async (event: ReceiverEvent): Promise<Error | undefined> => {
    errors.delete(event.body);
    // Bolt itself may stumble before any listener; left undone, that would be heard again for ever.
    await listen(event).catch((error: Error) => errors.set(event.body, error));
    return errors.get(event.body);
  };

  return async (event, answered) => {
    const { team, id } = answered;
    const customProperties = { ...event.customProperties, envelope: answered };
    const once = { ...event, ack: acknowledgedOnce(event, log), customProperties };
    const until = performance.now() + PATIENCE;
    for (let tries = 0; ; tries++) {
      const pause = PAUSES[tries];
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
      if (isDatabase && pause === undefined) return false;
      const wait = Math.max(pause ?? LONGEST_PAUSE, patience ?? 0);
      if (patience === undefined || performance.now() + wait > until) {
        await answerError(clientOf, log, error, { team, body: event.body });
        break;
      }
      const who = isDatabase ? "the database" : "Slack";
      log.warn({ id, reason: error.message }, `${who} could not be reached; trying again`);
      if (!leaving.aborted) await pauseUnless(leaving, wait);
      // Whoever leaves now leaves it written down; the next start hears it.
      if (leaving.aborted) return false;
    }
    // Listeners with an effect have marked it within their transaction; this covers those that only look.
    if (answered.done) return true;
    return store
      .once({ team, id }, async () => {})
      .then(
        () => true,
        (error: unknown) => {
          if (!wasCut(error)) throw error;
          return false;
        },
      );
  };
}

const pauseUnless = (leaving: AbortSignal, ms: number) =>
  new Promise<void>((resolve) => {
    const over = () => {
      clearTimeout(timer);
      leaving.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    leaving.addEventListener("abort", over);
  });

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
