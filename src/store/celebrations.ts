import type { Kysely, Selectable } from "kysely";
import type { Challenge } from "../challenge/challenge.ts";
import type { AgreedLine } from "../challenge/lines-to-show.ts";
import type { Showing } from "../challenge/showing.ts";
import { type Boards, boards } from "./boards.ts";
import type { Tables } from "./tables.ts";

type Key = Pick<Challenge, "team" | "id">;

/** A line that its author wants shown at the end of a challenge, and where they are asked about it. */
export type KeptLine = AgreedLine & { practice: string; home: string };

/** What can be done with what is celebrated of challenges, within one transaction. */
export type Celebrations = Boards & {
  /** Writes down what a practice showed. */
  showed(key: Key, practice: string, showing: Showing): Promise<void>;
  showings(key: Key): Promise<Showing[]>;
  /** Writes a mended turn down, once for each source and without whose it was. */
  mended(key: Key, source: string, channel: string): Promise<void>;
  /** How many turns were mended in a channel. */
  mendedIn(key: Key, channel: string): Promise<number>;
  /** Whether somebody had written in any practice that they began before an instant (ms since 1970). */
  practisedBefore(team: string, user: string, at: number): Promise<boolean>;
  /** Somebody agrees that a line of theirs is shown, or to another way of showing it. */
  agree(key: Key, line: KeptLine): Promise<void>;
  /** A line is not to be shown; it is no longer kept. */
  disagree(key: Key, practice: string): Promise<void>;
  lines(key: Key): Promise<KeptLine[]>;
  /** Somebody takes no part any more, so nothing of theirs is kept but what a meter holds. */
  withdraw(key: Key, user: string): Promise<void>;
  /** A challenge is over: nothing is kept of what practices showed, nor any line. */
  forgetShown(key: Key): Promise<void>;
  /** The ids of the challenges that somebody leads and that are not over, the newest first. */
  ledBy(team: string, user: string): Promise<string[]>;
};

/** What is celebrated of challenges, on a transaction at an instant. */
export const celebrations = (db: Kysely<Tables>, now: () => number): Celebrations => ({
  ...boards(db),
  showed: async ({ team, id }, practice, { user, channel, flow, rated, isFirst }) => {
    const whose = { team_id: team, challenge_id: id, practice_id: practice, user_id: user };
    const showed = { channel_id: channel, flow, rated: JSON.stringify(rated), is_first: isFirst ? 1 : 0 };
    await db
      .insertInto("challenge_showing")
      .values({ ...whose, ...showed })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  showings: async ({ team, id }) => {
    const all = db.selectFrom("challenge_showing").selectAll().where("team_id", "=", team);
    return (await all.where("challenge_id", "=", id).orderBy("practice_id").execute()).map(toShowing);
  },
  mended: async ({ team, id }, source, channel) => {
    await db
      .insertInto("challenge_mended")
      .values({ team_id: team, challenge_id: id, source, channel_id: channel })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  mendedIn: async ({ team, id }, channel) => {
    const row = await db
      .selectFrom("challenge_mended")
      .select((eb) => eb.fn.countAll().as("turns"))
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .where("channel_id", "=", channel)
      .executeTakeFirst();
    return Number(row?.turns ?? 0);
  },
  practisedBefore: async (team, user, at) => {
    const row = await db
      .selectFrom("session")
      .select("id")
      .where("team_id", "=", team)
      .where("user_id", "=", user)
      .where("trial_of", "is", null)
      .where("started_at", "<", at)
      // A practice in which nothing was written was none; in the record no trainee's own words can look like this.
      .where("record", "like", '%"type":"reply"%')
      .executeTakeFirst();
    return row !== undefined;
  },
  agree: async ({ team, id }, { practice, user, channel, home, quote, shownAs }) => {
    const whose = { team_id: team, challenge_id: id, practice_id: practice, user_id: user };
    const changing = { channel_id: channel, home_channel: home, quote, shown_as: shownAs };
    await db
      .insertInto("challenge_line")
      .values({ ...whose, ...changing, agreed_at: now() })
      .onConflict((conflict) =>
        conflict.columns(["team_id", "challenge_id", "practice_id"]).doUpdateSet(changing),
      )
      .execute();
  },
  disagree: async (key, practice) => {
    await within(db, "challenge_line", key).where("practice_id", "=", practice).execute();
  },
  lines: async ({ team, id }) => {
    const all = db.selectFrom("challenge_line").selectAll().where("team_id", "=", team);
    return (await all.where("challenge_id", "=", id).orderBy("agreed_at").execute()).map(toLine);
  },
  withdraw: async (key, user) => {
    for (const table of WHOSE) await within(db, table, key).where("user_id", "=", user).execute();
  },
  forgetShown: async (key) => {
    for (const table of SHOWN) await within(db, table, key).execute();
  },
  ledBy: async (team, user) => {
    const rows = await db
      .selectFrom("challenge")
      .select("id")
      .where("team_id", "=", team)
      .where("by_user", "=", user)
      .where("state", "in", ["planned", "running"])
      .orderBy("made_at", "desc")
      .execute();
    return rows.map(({ id }) => id);
  },
});

const WHOSE = ["challenge_showing", "challenge_line", "challenge_board_line"] as const;
const SHOWN = ["challenge_showing", "challenge_line", "challenge_mended"] as const;

const within = <Name extends (typeof WHOSE)[number] | (typeof SHOWN)[number]>(
  db: Kysely<Tables>,
  table: Name,
  { team, id }: Key,
) =>
  db
    .deleteFrom(table as "challenge_line")
    .where("team_id", "=", team)
    .where("challenge_id", "=", id);

const toShowing = (row: Selectable<Tables["challenge_showing"]>): Showing => ({
  user: row.user_id,
  channel: row.channel_id,
  flow: row.flow,
  rated: JSON.parse(row.rated) as Showing["rated"],
  isFirst: row.is_first === 1,
});

const toLine = (row: Selectable<Tables["challenge_line"]>): KeptLine => ({
  practice: row.practice_id,
  user: row.user_id,
  channel: row.channel_id,
  home: row.home_channel,
  quote: row.quote,
  shownAs: row.shown_as,
  at: Number(row.agreed_at),
});
