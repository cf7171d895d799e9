import type { Desk } from "../store/desk.ts";
import type { Due } from "../store/due.ts";
import { messageOf, type Share, type ShareEnd } from "../store/shares.ts";
import { handAnswers } from "./hand-answers-over.ts";
import { stopHuddlesOf } from "./huddle/stop-huddle.ts";
import { noLongerShared } from "./share-message.ts";

/**
 * Ends a share that is not over yet: its message goes (one that was answered says that it is no longer shared),
 * the answers that still wait are handed to its trainee, and what a channel replayed of it goes too.
 */
export async function endShare(desk: Desk, share: Share, how: ShareEnd, now: number): Promise<void> {
  const { team, id, channel } = share;
  if (share.ended) return;
  const answered = await desk.shares.hasAnswers(share);
  await desk.shares.end(share, { at: now, how });
  await desk.clearDue({ team, kind: "share-end", subject: id });
  await desk.clearDue({ team, kind: "share-answers", subject: id });
  await handAnswers(desk, share, now);
  await stopHuddlesOf(desk, share);
  if (how === "not sent") return;
  if (answered) await desk.send(team, channel, noLongerShared(share, true), messageOf(share));
  else await desk.remove(team, channel, messageOf(share), noLongerShared(share, false));
}

/** A share's time is up. */
export async function expireShare(desk: Desk, { team, subject }: Due, now: number): Promise<void> {
  const share = await desk.shares.byId(team, subject);
  if (share) await endShare(desk, share, "expired", now);
}

/** Takes back everything that a person shares of a practice, as when the practice itself is deleted. */
export async function takeBackAll(
  desk: Desk,
  { team, user, practice }: { team: string; user: string; practice?: string },
  now: number,
): Promise<void> {
  const given = await desk.shares.givenBy(team, user);
  for (const share of given.filter((one) => !practice || one.practice === practice))
    await endShare(desk, share, "taken back", now);
}

/** Said by the button of a share that is over. */
export const endedInWords = ({ how }: { how: ShareEnd }): string =>
  ({
    "taken back": "This was taken back already. Nobody else can see it any more.",
    expired: "The time for this was up already. Nobody else can see it any more.",
    "not sent": "This was never shared, so there is nothing to take back.",
  })[how];
