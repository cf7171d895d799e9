import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Somebody of a workspace. */
type Somebody = { team: string; user: string };

/** What Slack said of somebody, and when (ms since 1970): their direct message with the app, and what to call them. */
export type Acquaintance = Somebody & {
  channel: string;
  name: string;
  /** How Slack shows their name. */
  called: string;
  zone: string;
  askedAt: number;
};

/** Whom the app knows, so that Slack need not be asked at each press who it was. */
export type Acquaintances = {
  of(somebody: Somebody): Promise<Acquaintance | undefined>;
  note(acquaintance: Acquaintance): Promise<void>;
};

/** Whom the app knows, in a database; what is noted there for later can be asked of Slack again. */
export const acquaintances = (db: Kysely<Tables>, later: Kysely<Tables>): Acquaintances => ({
  of: async ({ team, user }) => {
    const row = await db
      .selectFrom("acquaintance")
      .selectAll()
      .where("team_id", "=", team)
      .where("user_id", "=", user)
      .executeTakeFirst();
    if (!row) return undefined;
    const { channel_id: channel, name, called, zone, asked_at } = row;
    return { team, user, channel, name, called, zone, askedAt: Number(asked_at) };
  },
  note: async ({ team, user, channel, name, called, zone, askedAt }) => {
    const said = { channel_id: channel, name, called, zone, asked_at: askedAt };
    await later
      .insertInto("acquaintance")
      .values({ team_id: team, user_id: user, ...said })
      .onConflict((conflict) => conflict.columns(["team_id", "user_id"]).doUpdateSet(said))
      .execute();
  },
});
