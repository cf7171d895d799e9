import type { Logger } from "pino";
import type { LearningPath } from "../flow/path.ts";
import type { Due } from "../store/due.ts";
import type { Store } from "../store/store.ts";
import type { ClientOf } from "./clients.ts";
import { type Errands, errandsOf } from "./errand.ts";
import type { Library } from "./library.ts";
import { remind } from "./remind.ts";

type Ingredients = {
  store: Store;
  library: Library;
  paths: () => readonly LearningPath[];
  log: Logger;
  now: () => number;
};

const LOOK_AGAIN = 60_000;

/**
 * Reminds people within the working hours of the place where they are now. Months lie between two reminders, so the time
 * zone is asked for again; the one known before stands in for it.
 */
export function remindWhereTheyAre(
  clientOf: ClientOf,
  { store, library, paths, log, now }: Ingredients,
): Errands {
  const zoneOf = async (team: string, user: string): Promise<string | undefined> => {
    try {
      const client = await clientOf(team);
      return (await client.users.info({ user })).user?.tz;
    } catch (error) {
      log.warn({ reason: String(error) }, "a time zone could not be looked up");
      return undefined;
    }
  };

  const settle = async (due: Due) => {
    const zone = await zoneOf(due.team, due.subject);
    await store.onDue(due, async (desk) =>
      remind(desk, due, { flows: await library(desk, due.team), paths: paths(), now, zone }),
    );
  };

  return errandsOf(settle, {
    now,
    lookAgain: LOOK_AGAIN,
    failed: (error) => log.error({ reason: String(error) }, "a reminder is put off"),
  });
}
