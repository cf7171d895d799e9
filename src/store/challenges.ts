import type { Kysely, Selectable } from "kysely";
import type { Challenge, Plan, Standing } from "../challenge/challenge.ts";
import type { Tables } from "./tables.ts";

type Key = Pick<Challenge, "team" | "id">;

/** Something that fills a meter: how much, where, and from what, so that it is counted once. */
export type Counting = { source: string; user: string; channel: string; amount: number; at: number };

/** What can be done with challenges within one transaction. */
export type Challenges = {
  /** Writes a new challenge down; false when one of its channels has an open one already. */
  add(challenge: Challenge): Promise<boolean>;
  byId(team: string, id: string): Promise<Challenge | undefined>;
  /** The one that is planned or running in a channel. */
  openIn(team: string, channel: string): Promise<Challenge | undefined>;
  /** Those that were over last in a channel, the newest first. */
  pastIn(team: string, channel: string, most: number): Promise<Challenge[]>;
  /** Writes down what has changed; one that is over leaves its channels free. */
  keep(challenge: Challenge): Promise<void>;
  /** Counts something once; false when it was counted before. */
  count(key: Key, counting: Counting): Promise<boolean>;
  /** What each of its channels has done. */
  standings(challenge: Challenge): Promise<Standing[]>;
  /** Everything that was counted, the oldest first, without whose it was. */
  counted(key: Key): Promise<Omit<Counting, "user" | "source">[]>;
};

/** The challenges of a database. */
export const challenges = (db: Kysely<Tables>): Challenges => ({
  add: async (challenge) => {
    const { team, id, plan } = challenge;
    for (const channel of plan.channels) if (await openRow(db, team, channel)) return false;
    await db.insertInto("challenge").values(toRow(challenge)).execute();
    const place = { team_id: team, challenge_id: id, open: 1 };
    const rows = plan.channels.map((channel_id) => ({ ...place, channel_id }));
    await db.insertInto("challenge_channel").values(rows).execute();
    return true;
  },
  byId: (team, id) => find(db, { team, id }),
  openIn: async (team, channel) => {
    const row = await openRow(db, team, channel);
    return row && find(db, { team, id: row.challenge_id });
  },
  pastIn: async (team, channel, most) => {
    const rows = await db
      .selectFrom("challenge")
      .innerJoin("challenge_channel as place", (join) =>
        join
          .onRef("place.team_id", "=", "challenge.team_id")
          .onRef("place.challenge_id", "=", "challenge.id"),
      )
      .selectAll("challenge")
      .where("challenge.team_id", "=", team)
      .where("place.channel_id", "=", channel)
      .where("challenge.state", "=", "ended")
      .orderBy("challenge.made_at", "desc")
      .limit(most)
      .execute();
    return rows.map(toChallenge);
  },
  keep: async (challenge) => {
    const { team, id, state } = challenge;
    const { state: changed, shown_at, milestones } = toRow(challenge);
    await db
      .updateTable("challenge")
      .set({ state: changed, shown_at, milestones })
      .where("team_id", "=", team)
      .where("id", "=", id)
      .execute();
    if (state === "planned" || state === "running") return;
    await db
      .updateTable("challenge_channel")
      .set({ open: 0 })
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .execute();
  },
  count: async ({ team, id }, { source, user, channel, amount, at }) => {
    const place = { team_id: team, challenge_id: id, source };
    const added = await db
      .insertInto("challenge_count")
      .values({ ...place, user_id: user, channel_id: channel, amount, counted_at: at })
      .onConflict((conflict) => conflict.columns(["team_id", "challenge_id", "source"]).doNothing())
      .executeTakeFirst();
    return Number(added.numInsertedOrUpdatedRows) > 0;
  },
  standings: async ({ team, id, plan }) => {
    const joined = await db
      .selectFrom("challenge_member")
      .select(["channel_id", (eb) => eb.fn.countAll().as("people")])
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .where("left_at", "is", null)
      .groupBy("channel_id")
      .execute();
    const totals = await db
      .selectFrom("challenge_count")
      .select(["channel_id", (eb) => eb.fn.sum("amount").as("total")])
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .groupBy("channel_id")
      .execute();
    return plan.channels.map((channel) => ({
      channel,
      joined: Number(joined.find(({ channel_id }) => channel_id === channel)?.people ?? 0),
      total: Number(totals.find(({ channel_id }) => channel_id === channel)?.total ?? 0),
    }));
  },
  counted: async ({ team, id }) => {
    const rows = await db
      .selectFrom("challenge_count")
      .select(["channel_id", "amount", "counted_at"])
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .orderBy("counted_at")
      .execute();
    return rows.map(({ channel_id, amount, counted_at }) => ({
      channel: channel_id,
      amount: Number(amount),
      at: Number(counted_at),
    }));
  },
});

const openRow = (db: Kysely<Tables>, team: string, channel: string) =>
  db
    .selectFrom("challenge_channel")
    .select("challenge_id")
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .where("open", "=", 1)
    .executeTakeFirst();

async function find(db: Kysely<Tables>, { team, id }: Key): Promise<Challenge | undefined> {
  const all = db.selectFrom("challenge").selectAll().where("team_id", "=", team);
  const row = await all.where("id", "=", id).executeTakeFirst();
  return row && toChallenge(row);
}

const toRow = (challenge: Challenge): Selectable<Tables["challenge"]> => ({
  team_id: challenge.team,
  id: challenge.id,
  by_user: challenge.lead,
  lead_channel: challenge.leadChannel,
  plan: JSON.stringify(challenge.plan),
  state: challenge.state,
  made_at: challenge.madeAt,
  shown_at: challenge.shownAt,
  milestones: challenge.milestones,
});

const toChallenge = (row: Selectable<Tables["challenge"]>): Challenge => ({
  team: row.team_id,
  id: row.id,
  lead: row.by_user,
  leadChannel: row.lead_channel,
  plan: JSON.parse(row.plan) as Plan,
  state: row.state,
  madeAt: Number(row.made_at),
  shownAt: Number(row.shown_at),
  milestones: Number(row.milestones),
});
