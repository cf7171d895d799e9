import type { Flow } from "../flow/flow.ts";
import type { LearningPath } from "../flow/path.ts";
import { currentOf, type Membership } from "../programme/membership.ts";
import { type Place, placeOn, practicesFor, type Went } from "../programme/place.ts";
import type { Desk } from "./desk.ts";
import type { Walker } from "./path-members.ts";

/** What there is to walk and to practise with at the moment. */
export type Offered = { paths: readonly LearningPath[]; flows: readonly Flow[] };

/** The path that somebody is on, and their place there; no place when the path is not offered at the moment. */
export type OwnPlace = { membership: Membership; place: Place | undefined };

/** Somebody's own place on the path they are on, if they are on one; it is shown to nobody else. */
export async function ownPlace(desk: Desk, walker: Walker, offered: Offered): Promise<OwnPlace | undefined> {
  const membership = currentOf(await desk.paths.of(walker));
  if (!membership) return undefined;
  const path = offered.paths.find(({ id }) => id === membership.path);
  return { membership, place: path && (await placeOf(desk, walker, membership, path, offered.flows)) };
}

async function placeOf(
  desk: Desk,
  walker: Walker,
  { joinedAt }: Membership,
  path: LearningPath,
  flows: readonly Flow[],
): Promise<Place> {
  const practised = await desk.paths.practisedSince(walker, joinedAt);
  const went: (Went | undefined)[] = [];
  for (const one of practicesFor(path, practised))
    went.push(one && (await wentIn(desk, walker.team, one.practice)));
  return placeOn(path, went, flows);
}

async function wentIn(desk: Desk, team: string, id: string): Promise<Went> {
  const session = (await desk.practice(team, id))?.session;
  const outcome = session?.flow.endings[session.play.standing.ending ?? ""]?.outcome;
  return session && outcome ? { persona: session.flow.persona.name, outcome } : "unknown";
}
