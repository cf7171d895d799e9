import type { Flow } from "../flow/flow.ts";
import { ownProgress } from "../store/own-progress.ts";
import type { Desk } from "../store/store.ts";
import { progressMessage } from "./progress-message.ts";

/** Whether these words ask for one's own progress. */
export const asksForProgress = (text: string): boolean =>
  /^(?:(?:show )?(?:me )?my )?progress$/.test(
    text
      .trim()
      .toLowerCase()
      .replace(/[.!?]+$/, ""),
  );

/** Shows somebody their own progress in their direct message. */
export async function showProgress(
  desk: Desk,
  { team, user, channel }: { team: string; user: string; channel: string },
  flows: readonly Flow[],
): Promise<void> {
  await desk.send(team, channel, progressMessage(await ownProgress(desk, team, user), flows));
}
