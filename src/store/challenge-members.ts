import type { Kysely, Selectable } from "kysely";
import type { Challenge, Member } from "../challenge/challenge.ts";
import type { Tables } from "./tables.ts";
import { withdraw } from "./team-figures.ts";

type Key = Pick<Challenge, "team" | "id">;

/** What can be done with those who take part, within one transaction. */
export type ChallengeMembers = {
  /** Somebody joins in a channel, or comes back; false when they take part already. */
  join(key: Key, user: string, channel: string): Promise<boolean>;
  /** Somebody leaves without a word; false when they took no part. */
  leave(key: Key, user: string): Promise<boolean>;
  /** How somebody appears to the others. */
  appear(key: Key, user: string, as: Pick<Member, "alias" | "onBoard">): Promise<void>;
  member(key: Key, user: string): Promise<Member | undefined>;
  /** Those who take part, those who joined first at the beginning. */
  members(key: Key): Promise<Member[]>;
  /** The ids of the challenges that somebody takes part in, the newest first; also of those that are over. */
  joinedBy(team: string, user: string): Promise<string[]>;
};

/** Those who take part in challenges, on a transaction at an instant. */
export const challengeMembers = (db: Kysely<Tables>, now: () => number): ChallengeMembers => ({
  join: async (key, user, channel) => {
    if (await find(db, key, user)) return false;
    const joining = { channel_id: channel, joined_at: now(), left_at: null };
    await db
      .insertInto("challenge_member")
      .values({
        team_id: key.team,
        challenge_id: key.id,
        user_id: user,
        alias: null,
        on_board: 0,
        ...joining,
      })
      .onConflict((conflict) => conflict.columns(["team_id", "challenge_id", "user_id"]).doUpdateSet(joining))
      .execute();
    return true;
  },
  leave: async (key, user) => {
    const left = await one(db, key, user)
      .where("left_at", "is", null)
      .set({ left_at: now(), alias: null, on_board: 0 })
      .executeTakeFirst();
    await withdraw(db, key, user);
    return Number(left.numUpdatedRows) > 0;
  },
  appear: async (key, user, { alias, onBoard }) => {
    await one(db, key, user)
      .set({ alias: alias ?? null, on_board: onBoard ? 1 : 0 })
      .execute();
  },
  member: (key, user) => find(db, key, user),
  members: async (key) => (await present(db, key).orderBy("joined_at").execute()).map(toMember),
  joinedBy: async (team, user) => {
    const rows = await db
      .selectFrom("challenge_member")
      .select("challenge_id")
      .where("team_id", "=", team)
      .where("user_id", "=", user)
      .where("left_at", "is", null)
      .orderBy("joined_at", "desc")
      .execute();
    return rows.map(({ challenge_id }) => challenge_id);
  },
});

const one = (db: Kysely<Tables>, { team, id }: Key, user: string) =>
  db
    .updateTable("challenge_member")
    .where("team_id", "=", team)
    .where("challenge_id", "=", id)
    .where("user_id", "=", user);

const present = (db: Kysely<Tables>, { team, id }: Key) =>
  db
    .selectFrom("challenge_member")
    .selectAll()
    .where("team_id", "=", team)
    .where("challenge_id", "=", id)
    .where("left_at", "is", null);

async function find(db: Kysely<Tables>, key: Key, user: string): Promise<Member | undefined> {
  const row = await present(db, key).where("user_id", "=", user).executeTakeFirst();
  return row && toMember(row);
}

const toMember = (row: Selectable<Tables["challenge_member"]>): Member => ({
  user: row.user_id,
  channel: row.channel_id,
  alias: row.alias ?? undefined,
  onBoard: row.on_board === 1,
  joinedAt: Number(row.joined_at),
});
