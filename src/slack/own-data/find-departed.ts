import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import type { Logger } from "pino";
import type { Due } from "../../store/due.ts";
import type { Store } from "../../store/store.ts";
import type { ClientOf } from "../clients.ts";
import { type Errands, errandsOf } from "../errand.ts";
import { isFinal, lacksScope, reasonOf } from "../is-final.ts";
import { limitsOf } from "./keep-times.ts";
import { takeTurns } from "./questions.ts";

const DAY = 86_400_000;
const ASK_EVERY = 30 * DAY;
const LOOK_AGAIN = 60_000;
// One question a second for all workspaces together: far below what Slack allows each, and a month asks two million people.
const PACE = 1_000;
const AT_ONCE = 10;

type Ingredients = { store: Store; log: Logger; now: () => number };

/**
 * Asks Slack now and then, politely, whether those about whom something is kept are still there. Whoever has been gone
 * for as long as message text is kept is erased.
 */
export function findDeparted(clientOf: ClientOf, { store, log, now }: Ingredients): Errands {
  const questions = takeTurns(now, PACE);
  const noted = new Map<string, number>();

  const isGone = async (team: string, user: string): Promise<boolean> => {
    const client = await clientOf(team);
    try {
      return (await client.users.info({ user })).user?.deleted === true;
    } catch (error) {
      if (error instanceof WebAPIPlatformError && error.data.error === "user_not_found") return true;
      if (!isFinal(error) || lacksScope(error)) throw error;
      // Slack does not show them, so they count as there; those who come after them are asked about all the same.
      log.warn({ reason: reasonOf(error) }, "whether somebody is still there cannot be asked");
      return false;
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

  // It goes through everything that is kept of a workspace, so once a day is enough.
  const noteEverybody = async (team: string) => {
    if (now() - (noted.get(team) ?? Number.NEGATIVE_INFINITY) < DAY) return;
    await store.presence.noteEverybody(team);
    noted.set(team, now());
  };

  /** Asks what may be asked now, and gives how long to wait before the next questions, in ms. */
  const askSome = async (team: string): Promise<number> => {
    await noteEverybody(team);
    const users = await store.presence.toAskAbout(team, now() - ASK_EVERY, AT_ONCE);
    if (users.length === 0) return DAY;
    const wait = questions.turnOf(team, users.length) - now();
    if (wait > 0) return wait;
    for (const user of users) await askAbout(team, user);
    return users.length === AT_ONCE ? AT_ONCE * PACE : DAY;
  };

  const settle = async (due: Due) => {
    const { team } = due;
    let next = LOOK_AGAIN;
    try {
      next = await askSome(team);
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
