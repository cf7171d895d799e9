import type { Logger } from "pino";
import { StoreGone } from "../store/in-place.ts";
import type { Store } from "../store/store.ts";
import { whyNot } from "./in-time.ts";

/** How often a store is asked, and how long it may take to answer before it counts as away, in ms. */
const TIMES = { pause: 5_000, patience: 10_000 };

const AWAY =
  "the store does not answer, or cannot be written: until it is back nothing is heard and nothing is answered, and Slack repeats what it sends. I go on trying. Look at the database and at its disk (docs/runbook.md, TightropeStoreAway)";

/**
 * Writes into the log when a store goes away and when it is back, each once, also while nobody writes.
 * @returns what ends it.
 */
export function tellOutages(
  { answers }: Pick<Store, "answers">,
  log: Pick<Logger, "error" | "warn">,
  { pause, patience } = TIMES,
): () => void {
  let away: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const look = async () => {
    const began = performance.now();
    const trouble = await whyNot(answers(), patience);
    if (ended) return;
    if (trouble && away === undefined) {
      away = began;
      if (trouble instanceof StoreGone) log.error(trouble.message);
      else log.error({ reason: reasonOf(trouble) }, AWAY);
    } else if (!trouble && away !== undefined) {
      const seconds = Math.round((performance.now() - away) / 1_000);
      log.warn({ seconds }, `the store is back, after ${seconds === 1 ? "a second" : `${seconds} seconds`}`);
      away = undefined;
    }
    wait();
  };
  const wait = () => {
    timer = setTimeout(look, pause).unref();
  };

  wait();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

// Where an address has several ways to it, the error of all of them together has no words of its own.
const reasonOf = (trouble: Error) =>
  trouble.message || ("code" in trouble ? String(trouble.code) : trouble.name);
