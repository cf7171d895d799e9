import type { Desk } from "../store/desk.ts";
import type { Due } from "../store/due.ts";
import { type Offered, ownPlace } from "../store/own-place.ts";
import type { Walker } from "../store/path-members.ts";
import type { PathsSeen } from "./path-list.ts";
import { finishedMessage, onwardMessage, pathsMessage } from "./path-message.ts";

/** Everything about paths that one person sees. */
export async function pathsSeenBy(desk: Desk, walker: Walker, offered: Offered): Promise<PathsSeen> {
  const memberships = await desk.paths.of(walker);
  return { paths: offered.paths, memberships, own: await ownPlace(desk, walker, offered) };
}

/** Shows somebody the paths there are, and their own place, in their direct message. */
export async function showPaths(
  desk: Desk,
  person: Walker & { channel: string },
  offered: Offered,
): Promise<void> {
  await desk.send(person.team, person.channel, pathsMessage(await pathsSeenBy(desk, person, offered)));
}

/** After a practice that came to an end: what comes next on the path of whoever is on one, or a word at its end. */
export async function goOnPath(
  desk: Desk,
  { team, subject }: Due,
  { now, ...offered }: Offered & { now: number },
): Promise<void> {
  const practice = await desk.practice(team, subject);
  if (!practice) return;
  const { user, channel, session } = practice;
  const walker = { team, user };
  const own = await ownPlace(desk, walker, offered);
  if (!own?.place) return;
  const { membership, place } = own;
  if (place.isFinished) {
    await desk.paths.keep(walker, { ...membership, finishedAt: now });
    await desk.send(team, channel, finishedMessage(place));
    return;
  }
  const done = place.steps.findLast(({ name, went }) => name === session.flow.id && went !== undefined);
  await desk.send(
    team,
    channel,
    onwardMessage({ membership, place }, { done, wasHeavy: session.flow.care.heavy }),
  );
}
