import type { Kysely, Selectable } from "kysely";
import type { Counted, Huddle, Source } from "../challenge/huddle.ts";
import type { Tables } from "./tables.ts";

type Key = Pick<Huddle, "team" | "id">;

/** What can be done with huddles within one transaction. */
export type Huddles = {
  /** Writes a new one down; false when its channel has an open one already. */
  add(huddle: Huddle): Promise<boolean>;
  byId(team: string, id: string): Promise<Huddle | undefined>;
  /** The one that goes on in a channel. */
  openIn(team: string, channel: string): Promise<Huddle | undefined>;
  /** All that replay the same talk, also those that are over. */
  replaying(team: string, source: Source): Promise<Huddle[]>;
  /** Writes down what has changed; votes are kept only as long as they can be changed. */
  keep(huddle: Huddle): Promise<void>;
  /** Somebody votes for one of the lines of the turn, or changes their vote. */
  vote(huddle: Huddle, user: string, choice: number): Promise<void>;
  /** What was voted at the turn, without whose votes they are. */
  choices(huddle: Huddle): Promise<number[]>;
};

/** The huddles of a database. */
export const huddles = (db: Kysely<Tables>): Huddles => ({
  add: async (huddle) => {
    if (await openRow(db, huddle.team, huddle.channel)) return false;
    await db.insertInto("huddle").values(toRow(huddle)).execute();
    return true;
  },
  byId: async (team, id) => {
    const row = await allOf(db, team).where("id", "=", id).executeTakeFirst();
    return row && toHuddle(row);
  },
  openIn: async (team, channel) => {
    const row = await openRow(db, team, channel);
    return row && toHuddle(row);
  },
  replaying: async (team, { kind, id }) => {
    const rows = allOf(db, team).where("source_kind", "=", kind).where("source_id", "=", id);
    return (await rows.execute()).map(toHuddle);
  },
  keep: async (huddle) => {
    const { turn, state, counts } = toRow(huddle);
    await db
      .updateTable("huddle")
      .set({ turn, state, counts })
      .where("team_id", "=", huddle.team)
      .where("id", "=", huddle.id)
      .execute();
    if (state !== "voting") await votesOf(db, huddle).execute();
  },
  vote: async ({ team, id, turn }, user, choice) => {
    await db
      .insertInto("huddle_vote")
      .values({ team_id: team, huddle_id: id, turn, user_id: user, choice })
      .onConflict((conflict) =>
        conflict.columns(["team_id", "huddle_id", "turn", "user_id"]).doUpdateSet({ choice }),
      )
      .execute();
  },
  choices: async ({ team, id, turn }) => {
    const rows = await db
      .selectFrom("huddle_vote")
      .select("choice")
      .where("team_id", "=", team)
      .where("huddle_id", "=", id)
      .where("turn", "=", turn)
      .execute();
    return rows.map(({ choice }) => Number(choice));
  },
});

/** Erases that somebody voted, and the huddles that they led; one that goes on is over with that. */
export async function forgetHuddles(db: Kysely<Tables>, team: string, user: string): Promise<void> {
  await db.deleteFrom("huddle_vote").where("team_id", "=", team).where("user_id", "=", user).execute();
  const led = await allOf(db, team).where("host_user", "=", user).execute();
  for (const { id } of led) await votesOf(db, { team, id }).execute();
  await db.deleteFrom("huddle").where("team_id", "=", team).where("host_user", "=", user).execute();
}

const allOf = (db: Kysely<Tables>, team: string) =>
  db.selectFrom("huddle").selectAll().where("team_id", "=", team);

const openRow = (db: Kysely<Tables>, team: string, channel: string) =>
  allOf(db, team)
    .where("channel_id", "=", channel)
    .where("state", "in", ["voting", "shown"])
    .executeTakeFirst();

const votesOf = (db: Kysely<Tables>, { team, id }: Key) =>
  db.deleteFrom("huddle_vote").where("team_id", "=", team).where("huddle_id", "=", id);

const toRow = (huddle: Huddle): Selectable<Tables["huddle"]> => ({
  team_id: huddle.team,
  id: huddle.id,
  channel_id: huddle.channel,
  host_user: huddle.host,
  host_channel: huddle.hostChannel,
  source_kind: huddle.source.kind,
  source_id: huddle.source.id,
  turn: huddle.turn,
  state: huddle.state,
  counts: JSON.stringify(huddle.counts),
  made_at: huddle.madeAt,
});

const toHuddle = (row: Selectable<Tables["huddle"]>): Huddle => ({
  team: row.team_id,
  id: row.id,
  channel: row.channel_id,
  host: row.host_user,
  hostChannel: row.host_channel,
  source: { kind: row.source_kind, id: row.source_id },
  turn: Number(row.turn),
  state: row.state,
  counts: JSON.parse(row.counts) as Counted[],
  madeAt: Number(row.made_at),
});
