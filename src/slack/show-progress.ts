import type { Flow } from "../flow/flow.ts";
import { ownProgress } from "../store/own-progress.ts";
import type { Desk } from "../store/store.ts";
import { progressMessage } from "./progress-message.ts";

/** Shows somebody their own progress in their direct message. */
export async function showProgress(
  desk: Desk,
  { team, user, channel }: { team: string; user: string; channel: string },
  flows: readonly Flow[],
): Promise<void> {
  await desk.send(team, channel, progressMessage(await ownProgress(desk, team, user), flows));
}
