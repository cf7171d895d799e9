import type { Logger } from "pino";
import { EXCHANGED_AHEAD } from "../../store/installations.ts";
import type { Store } from "../../store/store.ts";
import { type Errands, errandsOf } from "../errand.ts";
import { isFinal, reasonOf } from "../is-final.ts";

const LOOK_AGAIN = 60_000;
const SELDOM = 3_600_000;

/** Has each token exchanged in good time before it ends, looks again where that failed, and warns where it is no use. */
export function tokenDates(
  store: Store,
  { exchange, warn }: { exchange(team: string): Promise<void>; warn(team: string): Promise<void> },
  log: Logger,
  now: () => number,
): Errands {
  return errandsOf(
    async (due) => {
      const failed = await exchange(due.team).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failed) {
        log.error({ team: due.team, reason: reasonOf(failed) }, "a token could not be exchanged");
        // Slack no longer takes it: whoever runs the workspace has to install the app again.
        if (!isFinal(failed)) return;
        await warn(due.team);
        return store.onDue(due, (desk) => desk.setDue({ ...due, at: now() + SELDOM }));
      }
      await store.onDue(due, async (desk) => {
        const kept = await desk.installations.find(due.team);
        if (kept?.expiresAt === undefined) return;
        await desk.setDue({ ...due, at: Math.max(kept.expiresAt - EXCHANGED_AHEAD, now() + LOOK_AGAIN) });
      });
    },
    {
      now,
      lookAgain: LOOK_AGAIN,
      failed: (error) => log.error({ reason: reasonOf(error) }, "a token waits to be exchanged"),
    },
  );
}
