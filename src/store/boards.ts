import type { Kysely } from "kysely";
import type { BoardLine } from "../challenge/board.ts";
import type { Challenge } from "../challenge/challenge.ts";
import type { Tables } from "./tables.ts";

type Key = Pick<Challenge, "team" | "id">;

/** Where a message of a challenge stands, by its outbox id. */
export type Standing = { channel: string; message: string };

/** A board that stands in a channel. */
export type ShownBoard = Standing & { shown: string };

/** What can be done with the boards and slips of challenges, within one transaction. */
export type Boards = {
  /** Where the board stands in a channel, and a fingerprint of what it shows; nothing where it does not stand. */
  boardIn(key: Key, channel: string): Promise<ShownBoard | undefined>;
  putBoard(key: Key, standing: ShownBoard): Promise<void>;
  dropBoard(key: Key, channel: string): Promise<void>;
  /** Those who want to stand on the board of a channel, and what it says of them. */
  boardLines(key: Key, channel: string): Promise<BoardLine[]>;
  keepBoardLine(key: Key, channel: string, line: BoardLine): Promise<void>;
  /** Takes somebody off; false when they were not on it. */
  dropBoardLine(key: Key, user: string): Promise<boolean>;
  forgetBoard(key: Key): Promise<void>;
  /** The slip that the lead shows, if they do. */
  slip(key: Key): Promise<Standing | undefined>;
  keepSlip(key: Key, standing: Standing): Promise<void>;
  dropSlip(key: Key): Promise<void>;
};

/** The boards and slips of a database. */
export const boards = (db: Kysely<Tables>): Boards => ({
  boardIn: async ({ team, id }, channel) => {
    const all = db.selectFrom("challenge_board").selectAll().where("team_id", "=", team);
    const row = await all.where("challenge_id", "=", id).where("channel_id", "=", channel).executeTakeFirst();
    return row && { channel, message: row.message_id, shown: row.shown };
  },
  putBoard: async ({ team, id }, { channel, message, shown }) => {
    const changing = { message_id: message, shown };
    await db
      .insertInto("challenge_board")
      .values({ team_id: team, challenge_id: id, channel_id: channel, ...changing })
      .onConflict((conflict) =>
        conflict.columns(["team_id", "challenge_id", "channel_id"]).doUpdateSet(changing),
      )
      .execute();
  },
  dropBoard: async (key, channel) => {
    await of(db, "challenge_board", key).where("channel_id", "=", channel).execute();
  },
  boardLines: async ({ team, id }, channel) => {
    const all = db.selectFrom("challenge_board_line").selectAll().where("team_id", "=", team);
    const rows = await all.where("challenge_id", "=", id).where("channel_id", "=", channel).execute();
    return rows.map(({ user_id, called, words }) => ({ user: user_id, called, words }));
  },
  keepBoardLine: async ({ team, id }, channel, { user, called, words }) => {
    const changing = { channel_id: channel, called, words };
    await db
      .insertInto("challenge_board_line")
      .values({ team_id: team, challenge_id: id, user_id: user, ...changing })
      .onConflict((conflict) =>
        conflict.columns(["team_id", "challenge_id", "user_id"]).doUpdateSet(changing),
      )
      .execute();
  },
  dropBoardLine: async (key, user) => {
    const gone = await of(db, "challenge_board_line", key).where("user_id", "=", user).executeTakeFirst();
    return Number(gone.numDeletedRows) > 0;
  },
  forgetBoard: async (key) => {
    await of(db, "challenge_board_line", key).execute();
    await of(db, "challenge_board", key).execute();
  },
  slip: async ({ team, id }) => {
    const all = db.selectFrom("challenge_slip").selectAll().where("team_id", "=", team);
    const row = await all.where("challenge_id", "=", id).executeTakeFirst();
    return row && { channel: row.channel_id, message: row.message_id };
  },
  keepSlip: async ({ team, id }, { channel, message }) => {
    const slip = { team_id: team, challenge_id: id, channel_id: channel, message_id: message };
    await db.insertInto("challenge_slip").values(slip).execute();
  },
  dropSlip: async (key) => {
    await of(db, "challenge_slip", key).execute();
  },
});

const of = <Name extends "challenge_board" | "challenge_board_line" | "challenge_slip">(
  db: Kysely<Tables>,
  table: Name,
  { team, id }: Key,
) =>
  db
    .deleteFrom(table as "challenge_board_line")
    .where("team_id", "=", team)
    .where("challenge_id", "=", id);
