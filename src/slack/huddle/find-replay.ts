import type { Source } from "../../challenge/huddle.ts";
import { turnsToReplay } from "../../challenge/next-lines.ts";
import type { Session } from "../../session/session.ts";
import type { Desk } from "../../store/desk.ts";
import type { Share } from "../../store/shares.ts";

/** A talk that can be replayed in a channel at this moment. */
export type Replay = { source: Source; title: string; session: Session };

/** A channel at an instant (ms since 1970). */
export type Place = { team: string; channel: string; now: number };

/** The talk of a source, as long as its channel may see it; nothing once it was taken back, or erased. */
export async function replayOf(desk: Desk, place: Place, source: Source): Promise<Replay | undefined> {
  const found =
    source.kind === "relay" ? await relayOf(desk, place, source) : await shareOf(desk, place, source);
  return found && turnsToReplay(found.session).length > 0 ? found : undefined;
}

async function relayOf(desk: Desk, { team, channel }: Place, source: Source): Promise<Replay | undefined> {
  const challenge = await desk.challenges.byId(team, source.id);
  const relay = challenge?.state === "ended" ? await desk.relays.of(challenge) : undefined;
  if (relay?.channel !== channel) return undefined;
  return { source, title: relay.session.flow.title, session: relay.session };
}

async function shareOf(desk: Desk, place: Place, source: Source): Promise<Replay | undefined> {
  const share = await desk.shares.byId(place.team, source.id);
  const practice =
    share && isSeenIn(share, place) ? await desk.practice(place.team, share.practice) : undefined;
  return share && practice ? { source, title: share.title, session: practice.session } : undefined;
}

const isSeenIn = ({ to, scope, ended, until }: Share, { channel, now }: Place) =>
  to.kind === "channel" && to.id === channel && scope === "talk" && !ended && until > now;

const MOST_PAST = 40;

/** What somebody may replay in a channel: its finished relays if they may lead, and what they themselves share with it. */
export async function replaysFor(
  desk: Desk,
  place: Place,
  { user, leads }: { user: string; leads: boolean },
): Promise<Replay[]> {
  const { team, channel } = place;
  const past = leads ? await desk.challenges.pastIn(team, channel, MOST_PAST) : [];
  const given = await desk.shares.givenBy(team, user);
  const sources: Source[] = [
    ...given.map(({ id }) => ({ kind: "share" as const, id })),
    ...past.filter(({ plan }) => plan.kind === "relay").map(({ id }) => ({ kind: "relay" as const, id })),
  ];
  const found = await Promise.all(sources.map((source) => replayOf(desk, place, source)));
  return found.filter((one) => one !== undefined);
}

/** Whether somebody may replay what a source names: their own share, or a relay if they may lead. */
export async function mayReplay(
  desk: Desk,
  team: string,
  source: Source,
  { user, leads }: { user: string; leads: boolean },
): Promise<boolean> {
  if (source.kind === "relay") return leads;
  return (await desk.shares.byId(team, source.id))?.by === user;
}
