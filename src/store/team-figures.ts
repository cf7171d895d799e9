import type { Kysely } from "kysely";
import type { Challenge, Standing } from "../challenge/challenge.ts";
import { add, type Contribution, inFives } from "../challenge/team-batch.ts";
import { dayOf, type TeamView } from "../challenge/team-view.ts";
import type { SkillName } from "../flow/flow.ts";
import type { Tables } from "./tables.ts";
import { channelsLedBy, shownIn, teamView } from "./team-views.ts";

type Db = Kysely<Tables>;
type Place = { team: string; channel: string; skill: SkillName };

/** What can be done with what a lead sees, within one transaction. */
export type TeamFigures = {
  /** Adds how a skill showed in somebody's practice to what waits, and lets it go in once there are enough. */
  contribute(place: Place, one: Contribution): Promise<void>;
  /** Leaves out what somebody did in a challenge and that waits still. */
  withdraw(challenge: Pick<Challenge, "team" | "id">, user: string): Promise<void>;
  /** Keeps how many took part in a challenge that is over. */
  noteParticipation(challenge: Challenge, standings: readonly Standing[]): Promise<void>;
  /** Everything about the team of a channel that may be shown now. */
  view(team: string, channel: string): Promise<TeamView>;
  /** How many batches of a channel have been shown by now. */
  shownIn(team: string, channel: string): Promise<number>;
  /** The channels of the challenges that somebody launched, the newest first. */
  ledBy(team: string, user: string): Promise<string[]>;
};

/** What a lead sees, on a transaction at an instant. */
export const teamFigures = (db: Db, now: () => number): TeamFigures => ({
  contribute: async (place, one) => {
    const { waiting, batch } = add(await waitingAt(db, place), one);
    await forgetWaiting(db, place);
    for (const { user, challenge, flow, clear, at = now() } of waiting)
      await db
        .insertInto("team_waiting")
        .values({
          ...{ ...columns(place), user_id: user, challenge_id: challenge },
          ...{ flow, clear: clear ? 1 : 0, at },
        })
        .execute();
    if (!batch) return;
    const n = (await lastBatch(db, place)) + 1;
    await db
      .insertInto("team_batch")
      .values({ ...columns(place), n, ...batch, day: dayOf(now()) })
      .execute();
  },
  withdraw: ({ team, id }, user) => withdraw(db, { team, id }, user),
  noteParticipation: async ({ team, id, plan }, standings) => {
    for (const { channel, joined } of standings)
      await db
        .insertInto("team_part")
        .values({
          ...{ team_id: team, channel_id: channel, challenge_id: id, kind: plan.kind },
          ...{ people: inFives(joined), ended_at: now() },
        })
        .onConflict((conflict) => conflict.columns(["team_id", "channel_id", "challenge_id"]).doNothing())
        .execute();
  },
  view: (team, channel) => teamView(db, { team, channel }, now()),
  shownIn: (team, channel) => shownIn(db, { team, channel }, now()),
  ledBy: (team, user) => channelsLedBy(db, team, user),
});

/** Leaves out what somebody did in a challenge and that waits still. */
export async function withdraw(db: Db, { team, id }: Pick<Challenge, "team" | "id">, user: string) {
  const all = db.deleteFrom("team_waiting").where("team_id", "=", team).where("user_id", "=", user);
  await all.where("challenge_id", "=", id).execute();
}

/** Leaves out what has waited since before an instant (ms since 1970): by then it says little, and it has a name on it. */
export async function forgetLongWaiting(db: Db, before: number): Promise<void> {
  await db.deleteFrom("team_waiting").where("at", "<", before).execute();
}

const columns = ({ team, channel, skill }: Place) => ({ team_id: team, channel_id: channel, skill });

async function waitingAt(db: Db, { team, channel, skill }: Place) {
  const rows = await db
    .selectFrom("team_waiting")
    .selectAll()
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .where("skill", "=", skill)
    .execute();
  return rows.map(({ user_id, challenge_id, flow, clear, at }) => ({
    ...{ user: user_id, challenge: challenge_id, flow },
    ...{ clear: Number(clear) === 1, at: Number(at) },
  }));
}

async function forgetWaiting(db: Db, { team, channel, skill }: Place): Promise<void> {
  await db
    .deleteFrom("team_waiting")
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .where("skill", "=", skill)
    .execute();
}

async function lastBatch(db: Db, { team, channel, skill }: Place): Promise<number> {
  const row = await db
    .selectFrom("team_batch")
    .select((eb) => eb.fn.max("n").as("n"))
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .where("skill", "=", skill)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
