import type { Kysely, Selectable } from "kysely";
import type { Challenge } from "../challenge/challenge.ts";
import type { SkillName } from "../flow/flow.ts";
import { ENOUGH } from "../programme/tally.ts";
import { outdateHome } from "./homes.ts";
import type { Tables } from "./tables.ts";

/** A real moment of empathy at work that a colleague recognised; instants in ms since 1970. */
export type Kudos = {
  team: string;
  id: string;
  from: string;
  /** The direct messages with the app of who gave it, and of who got it. */
  fromChannel: string;
  to: string;
  toChannel: string;
  skill: SkillName;
  reason: string;
  /** Where the message stands that it is about. */
  link: string | undefined;
  givenAt: number;
  /** Where who got it shows it, and the outbox id of the message there. */
  shown: { channel: string; as: string } | undefined;
  takenBackAt: number | undefined;
};

/** What can be done with kudos within one transaction. There is no way to count those of one person. */
export type AllKudos = {
  /** Writes one down; false when that was done before. */
  give(kudos: Kudos): Promise<boolean>;
  byId(team: string, id: string): Promise<Kudos | undefined>;
  /** When somebody gave kudos since an instant, the oldest first; also those that were taken back. */
  givenSince(team: string, from: string, since: number): Promise<number[]>;
  /** The last ones somebody got that stand and whose words are kept, the newest first. */
  received(team: string, to: string, most: number): Promise<Kudos[]>;
  /** It is shown in a channel, or no longer in any. */
  show(kudos: Kudos, shown: Kudos["shown"]): Promise<void>;
  takeBack(kudos: Kudos): Promise<void>;
  /** How many members of a challenge gave each other from one instant to another; nothing below five. */
  amongMembers(key: Pick<Challenge, "team" | "id">, from: number, to: number): Promise<number | undefined>;
};

/** The kudos of a database at an instant. */
export const allKudos = (db: Kysely<Tables>, now: () => number): AllKudos => ({
  give: async (kudos) => {
    const added = await db
      .insertInto("kudos")
      .values(toRow(kudos))
      .onConflict((conflict) => conflict.columns(["team_id", "id"]).doNothing())
      .executeTakeFirst();
    await outdateHome(db, kudos.team, kudos.to, now());
    return Number(added.numInsertedOrUpdatedRows) > 0;
  },
  byId: async (team, id) => {
    const row = await allOf(db, team).where("id", "=", id).executeTakeFirst();
    return row && toKudos(row);
  },
  givenSince: async (team, from, since) => {
    const rows = await allOf(db, team)
      .where("from_user", "=", from)
      .where("given_at", ">", since)
      .orderBy("given_at")
      .execute();
    return rows.map((row) => Number(row.given_at));
  },
  received: async (team, to, most) => {
    const standing = allOf(db, team).where("to_user", "=", to).where("taken_back_at", "is", null);
    const told = standing.where("reason", "!=", "");
    return (await told.orderBy("given_at", "desc").orderBy("id").limit(most).execute()).map(toKudos);
  },
  show: async (kudos, shown) => {
    await one(db, kudos)
      .set({ shown_in: shown?.channel ?? null, shown_as: shown?.as ?? null })
      .execute();
  },
  takeBack: async (kudos) => {
    await one(db, kudos).set({ taken_back_at: now(), reason: "", link: null }).execute();
    await outdateHome(db, kudos.team, kudos.to, now());
  },
  amongMembers: async ({ team, id }, from, to) => {
    const members = db
      .selectFrom("challenge_member")
      .select("user_id")
      .where("challenge_member.team_id", "=", team)
      .where("challenge_id", "=", id)
      .where("left_at", "is", null);
    const found = await db
      .selectFrom("kudos")
      .select((eb) => eb.fn.countAll().as("number"))
      .where("kudos.team_id", "=", team)
      .where("from_user", "in", members)
      .where("to_user", "in", members)
      .where("given_at", ">=", from)
      .where("given_at", "<", to)
      .where("taken_back_at", "is", null)
      .executeTakeFirst();
    const number = Number(found?.number ?? 0);
    return number >= ENOUGH ? number : undefined;
  },
});

const allOf = (db: Kysely<Tables>, team: string) =>
  db.selectFrom("kudos").selectAll().where("team_id", "=", team);

const one = (db: Kysely<Tables>, { team, id }: Pick<Kudos, "team" | "id">) =>
  db.updateTable("kudos").where("team_id", "=", team).where("id", "=", id);

const toRow = (kudos: Kudos): Selectable<Tables["kudos"]> => ({
  team_id: kudos.team,
  id: kudos.id,
  from_user: kudos.from,
  from_channel: kudos.fromChannel,
  to_user: kudos.to,
  to_channel: kudos.toChannel,
  skill: kudos.skill,
  reason: kudos.reason,
  link: kudos.link ?? null,
  given_at: kudos.givenAt,
  shown_in: kudos.shown?.channel ?? null,
  shown_as: kudos.shown?.as ?? null,
  taken_back_at: kudos.takenBackAt ?? null,
});

const toKudos = (row: Selectable<Tables["kudos"]>): Kudos => ({
  team: row.team_id,
  id: row.id,
  from: row.from_user,
  fromChannel: row.from_channel,
  to: row.to_user,
  toChannel: row.to_channel,
  skill: row.skill,
  reason: row.reason,
  link: row.link ?? undefined,
  givenAt: Number(row.given_at),
  shown: row.shown_in && row.shown_as ? { channel: row.shown_in, as: row.shown_as } : undefined,
  takenBackAt: row.taken_back_at === null ? undefined : Number(row.taken_back_at),
});
