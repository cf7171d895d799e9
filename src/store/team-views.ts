import type { Kysely } from "kysely";
import type { Plan } from "../challenge/challenge.ts";
import { type DatedBatch, shownOf, type Taking, type TeamView, viewOf } from "../challenge/team-view.ts";
import type { Tables } from "./tables.ts";
import { workspaceSince } from "./workspaces.ts";

type Db = Kysely<Tables>;
type Place = { team: string; channel: string };

/** Everything about the team of a channel that may be shown at an instant (ms since 1970). */
export async function teamView(db: Db, place: Place, now: number): Promise<TeamView> {
  const since = (await workspaceSince(db, place.team)) ?? now;
  const taking = [...(await goingOn(db, place)), ...(await over(db, place))];
  return viewOf({ since, taking, batches: await batchesOf(db, place) }, now);
}

/** How many batches of a channel have been shown by an instant (ms since 1970); none while its workspace is new. */
export async function shownIn(db: Db, place: Place, now: number): Promise<number> {
  const since = (await workspaceSince(db, place.team)) ?? now;
  return shownOf({ since, batches: await batchesOf(db, place) }, now).length;
}

/** The channels of the challenges that somebody launched, the newest first. */
export async function channelsLedBy(db: Db, team: string, user: string): Promise<string[]> {
  const rows = await db
    .selectFrom("challenge")
    .innerJoin("challenge_channel as place", (join) =>
      join.onRef("place.team_id", "=", "challenge.team_id").onRef("place.challenge_id", "=", "challenge.id"),
    )
    .select("place.channel_id")
    .where("challenge.team_id", "=", team)
    .where("challenge.by_user", "=", user)
    .where("challenge.state", "!=", "called-off")
    .orderBy("challenge.made_at", "desc")
    .execute();
  return [...new Set(rows.map(({ channel_id }) => channel_id))];
}

async function batchesOf(db: Db, { team, channel }: Place): Promise<DatedBatch[]> {
  const rows = await db
    .selectFrom("team_batch")
    .selectAll()
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .orderBy("n")
    .execute();
  return rows.map(({ skill, people, share, day }) => ({
    ...{ skill, share },
    ...{ people: Number(people), day: Number(day) },
  }));
}

// The channel sees this number in the challenge's own message, to the person.
async function goingOn(db: Db, { team, channel }: Place): Promise<Taking[]> {
  const open = await db
    .selectFrom("challenge")
    .innerJoin("challenge_channel as place", (join) =>
      join.onRef("place.team_id", "=", "challenge.team_id").onRef("place.challenge_id", "=", "challenge.id"),
    )
    .select(["challenge.id", "challenge.plan"])
    .where("place.team_id", "=", team)
    .where("place.channel_id", "=", channel)
    .where("place.open", "=", 1)
    .executeTakeFirst();
  if (!open) return [];
  const joined = await db
    .selectFrom("challenge_member")
    .select((eb) => eb.fn.countAll().as("people"))
    .where("team_id", "=", team)
    .where("challenge_id", "=", open.id)
    .where("channel_id", "=", channel)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return [{ kind: (JSON.parse(open.plan) as Plan).kind, people: Number(joined?.people ?? 0) }];
}

async function over(db: Db, { team, channel }: Place): Promise<Taking[]> {
  const rows = await db
    .selectFrom("team_part")
    .select(["kind", "people", "ended_at"])
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .orderBy("ended_at", "desc")
    .execute();
  return rows.map(({ kind, people, ended_at }) => ({
    kind,
    people: Number(people),
    endedAt: Number(ended_at),
  }));
}
