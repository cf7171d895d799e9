import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import type { Logger } from "pino";
import type { Due } from "../../store/due.ts";
import type { Store } from "../../store/store.ts";
import type { ClientOf } from "../clients.ts";
import { type Errands, errandsOf } from "../errand.ts";
import { limitsOf } from "./keep-times.ts";

const DAY = 86_400_000;
const ASK_EVERY = 30 * DAY;
const LOOK_AGAIN = 60_000;
// One question a second or so: far below what Slack allows, and everybody of a large workspace is asked about in a month.
const AT_ONCE = 10;
const NEXT_QUESTIONS = 10_000;

type Ingredients = { store: Store; log: Logger; now: () => number };

/**
 * Asks Slack now and then, politely, whether those about whom something is kept are still there. Whoever has been gone
 * for as long as message text is kept is erased.
 */
export function findDeparted(clientOf: ClientOf, { store, log, now }: Ingredients): Errands {
  const isGone = async (team: string, user: string): Promise<boolean> => {
    const client = await clientOf(team);
    try {
      return (await client.users.info({ user })).user?.deleted === true;
    } catch (error) {
      if (error instanceof WebAPIPlatformError && error.data.error === "user_not_found") return true;
      throw error;
    }
  };

  const askAbout = async (team: string, user: string) => {
    const since = await store.presence.noteAnswer(team, user, await isGone(team, user));
    if (since === undefined) return;
    const isErased = await store.together(team, async (desk) => {
      const isTime = since <= (await limitsOf(desk, team, now())).messages;
      if (!isTime) return false;
      await desk.own.erase({ team, user });
      await desk.audit.write({ team, by: undefined, did: "data-erased", about: ["had left"] });
      return true;
    });
    if (!isErased) return;
    log.info("somebody who left long ago is erased");
  };

  const settle = async (due: Due) => {
    const { team } = due;
    let next = DAY;
    try {
      await store.presence.noteEverybody(team);
      const users = await store.presence.toAskAbout(team, now() - ASK_EVERY, AT_ONCE);
      for (const user of users) await askAbout(team, user);
      if (users.length === AT_ONCE) next = NEXT_QUESTIONS;
    } catch (error) {
      log.warn({ reason: String(error) }, "who is still there is asked later");
      next = error instanceof WebAPIRateLimitedError ? Math.max(1, error.retryAfter) * 1_000 : LOOK_AGAIN;
    }
    await store.onDue(due, (desk) => desk.setDue({ ...due, at: now() + next }));
  };

  return errandsOf(settle, {
    now,
    lookAgain: LOOK_AGAIN,
    failed: (error) => log.error({ reason: String(error) }, "who is still there is not known"),
  });
}
