import { setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import { DatabaseOutOfReach } from "../store/postgres.ts";
import type { Store } from "../store/store.ts";

/** How long a start waits for a database, and how long from one try to the next, in ms. */
const TIMES = { patience: 60_000, pause: 1_000 };

/**
 * Opens a store whose database may come a little later, as after the machine was started, and says once what is waited
 * for.
 * @throws what opening it said last: at once where waiting does not help, else when it has not come in time.
 */
export async function awaitStore(
  open: () => Promise<Store>,
  log: Pick<Logger, "info" | "warn">,
  { patience, pause } = TIMES,
): Promise<Store> {
  const began = performance.now();
  const waited = () => performance.now() - began;
  for (let tries = 0; ; tries++) {
    try {
      const store = await open();
      if (tries > 0) log.info({ seconds: Math.round(waited() / 1_000) }, "the database is there");
      return store;
    } catch (error) {
      if (!(error instanceof DatabaseOutOfReach && error.mayCome) || waited() + pause > patience) throw error;
      if (tries === 0)
        log.warn(
          `${error.message} I wait for it for up to ${Math.round(patience / 1_000)} seconds, as it may only come a little later than I do.`,
        );
    }
    await setTimeout(pause);
  }
}
