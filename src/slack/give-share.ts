import type { Desk } from "../store/desk.ts";
import { messageOf, type Share } from "../store/shares.ts";
import type { Trainee } from "./begin-practice.ts";
import type { Found } from "./find-recipient.ts";
import { sharedMessage, youShared } from "./share-message.ts";
import { fingerprint, type Offered, shareable } from "./shareable.ts";

/** A second yes: the page it was given on, by whom, to what, and where it would be shown. */
export type SecondYes = { id: string; sharer: Trainee; offered: Offered; place: Found };

const ALREADY =
  "They can see this practice already. Take that back first if you want to share it in another way.";
const TOO_OLD = "That preview was too old, so nothing was shared. Please press Share this with… again.";
const CHANGED =
  "The practice has changed since that preview, so nothing was shared. Please press Share this with… again and look at it once more.";

/** Shares what was previewed, once for each preview; or says why nothing was shared. */
export async function giveShare(
  desk: Desk,
  { id, sharer, offered, place }: SecondYes,
  now: number,
): Promise<string | undefined> {
  const { team, user: by, channel: home } = sharer;
  const { practice, to, scope, until } = offered;
  if (await desk.shares.byId(team, id)) return undefined;
  const found = await shareable(desk, { team, user: by, practice }, scope);
  if ("refused" in found) return found.refused;
  if ("refused" in place) return `Nothing was shared. ${place.refused}`;
  if (until <= now) return TOO_OLD;
  if (fingerprint(sharedMessage({ by, scope, until, to }, found.view)) !== offered.seen) return CHANGED;
  const already = await alreadyShared(desk, { team, by, practice, to });
  if (already) return already;
  const { title, lines } = found.view;
  const { channel } = place;
  const share: Share = {
    ...{ team, id, practice, title, by, home, to, channel, scope, lines, until },
    sharedAt: now,
    ended: undefined,
  };
  await desk.shares.add(share);
  await desk.send(team, channel, sharedMessage(share, found.view, id), undefined, messageOf(share));
  await desk.setDue({ team, kind: "share-end", subject: id, at: until });
  await desk.send(team, home, youShared(share));
  return undefined;
}

/** Says so when the same recipient can see the same practice already. */
export async function alreadyShared(
  desk: Desk,
  { team, by, practice, to }: Pick<Share, "team" | "by" | "practice" | "to">,
): Promise<string | undefined> {
  const given = await desk.shares.givenBy(team, by);
  const same = given.some(
    (one) => one.practice === practice && one.to.kind === to.kind && one.to.id === to.id,
  );
  return same ? ALREADY : undefined;
}
