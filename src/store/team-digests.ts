import type { Kysely, Selectable } from "kysely";
import type { Tables } from "./tables.ts";

/** A lead's wish to be told once a week how the team of a channel is doing. */
export type Digest = {
  team: string;
  user: string;
  channel: string;
  /** Their direct message with the app. */
  dm: string;
  /** Their time zone, by its IANA name. */
  zone: string;
  /** How many batches they have been shown. */
  told: number;
};

type Key = Pick<Digest, "team" | "user" | "channel">;

/** What can be done with weekly digests within one transaction. */
export type Digests = {
  find(key: Key): Promise<Digest | undefined>;
  keep(digest: Digest): Promise<void>;
  /** They want none any more. */
  drop(key: Key): Promise<void>;
};

/** The weekly digests of a database. */
export const teamDigests = (db: Kysely<Tables>): Digests => ({
  find: async ({ team, user, channel }) => {
    const all = db.selectFrom("team_digest").selectAll().where("team_id", "=", team);
    const row = await all.where("user_id", "=", user).where("channel_id", "=", channel).executeTakeFirst();
    return row && toDigest(row);
  },
  keep: async ({ team, user, channel, dm, zone, told }) => {
    const changing = { dm_id: dm, zone, told };
    await db
      .insertInto("team_digest")
      .values({ team_id: team, user_id: user, channel_id: channel, ...changing })
      .onConflict((conflict) => conflict.columns(["team_id", "user_id", "channel_id"]).doUpdateSet(changing))
      .execute();
  },
  drop: async ({ team, user, channel }) => {
    const all = db.deleteFrom("team_digest").where("team_id", "=", team);
    await all.where("user_id", "=", user).where("channel_id", "=", channel).execute();
  },
});

const toDigest = (row: Selectable<Tables["team_digest"]>): Digest => ({
  team: row.team_id,
  user: row.user_id,
  channel: row.channel_id,
  dm: row.dm_id,
  zone: row.zone,
  told: Number(row.told),
});
