import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { LearningPath } from "../flow/path.ts";
import type { Desk } from "../store/desk.ts";
import type { Due } from "../store/due.ts";
import type { Store } from "../store/store.ts";
import type { Library } from "./library.ts";
import { remind } from "./remind.ts";

/** Reminds people within the working hours of the place where they are now. */
export type Reminding = {
  /** Looks up in the background where somebody is, and then reminds them or waits for a better hour. */
  fallDue(desk: Desk, due: Due): Promise<void>;
  /** Waits for what is being looked up. */
  settled(): Promise<void>;
};

type Ingredients = {
  store: Store;
  library: Library;
  paths: () => readonly LearningPath[];
  log: Logger;
  now: () => number;
  wake: () => void;
};

const LOOK_AGAIN = 60_000;

/** Months lie between two reminders, so the time zone is asked for again; the one known before stands in for it. */
export function remindWhereTheyAre(
  client: WebClient,
  { store, library, paths, log, now, wake }: Ingredients,
): Reminding {
  const zoneOf = async (user: string): Promise<string | undefined> => {
    try {
      return (await client.users.info({ user })).user?.tz;
    } catch (error) {
      log.warn({ reason: String(error) }, "a time zone could not be looked up");
      return undefined;
    }
  };

  const settle = async (due: Due) => {
    const zone = await zoneOf(due.subject);
    await store.onDue(due, async (desk) =>
      remind(desk, due, { flows: await library(desk, due.team), paths: paths(), now, zone }),
    );
    wake();
  };

  const settling = new Set<Promise<void>>();
  return {
    // Slack may be slow, and nobody else's clock waits for it; whatever is interrupted is due once more.
    fallDue: async (desk, due) => {
      const putOff = { ...due, at: now() + LOOK_AGAIN };
      await desk.setDue(putOff);
      const work = settle(putOff)
        .catch((error: unknown) => log.error({ reason: String(error) }, "a reminder is put off"))
        .finally(() => settling.delete(work));
      settling.add(work);
    },
    settled: async () => {
      await Promise.all(settling);
    },
  };
}
