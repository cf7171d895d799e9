import type { Desk } from "../store/desk.ts";
import { type Offered, ownPlace } from "../store/own-place.ts";
import { ownProgress } from "../store/own-progress.ts";
import { progressMessage } from "./progress-message.ts";

/** Shows somebody their own progress in their direct message. */
export async function showProgress(
  desk: Desk,
  { team, user, channel }: { team: string; user: string; channel: string },
  offered: Offered,
): Promise<void> {
  const progress = await ownProgress(desk, team, user);
  const own = await ownPlace(desk, { team, user }, offered);
  const kudos = await desk.kudos.received(team, user, LAST_KUDOS);
  await desk.send(team, channel, progressMessage(progress, offered.flows, own?.place?.next, kudos));
}

const LAST_KUDOS = 5;
