import type { Kysely } from "kysely";
import type { SkillName } from "../flow/flow.ts";
import type { Shares } from "./shares.ts";
import type { Tables } from "./tables.ts";

/** What a peer noticed about one line of a share, under one skill. */
export type PeerAnswer = {
  team: string;
  /** The same id twice is the same answer. */
  id: string;
  share: string;
  by: string;
  skill: SkillName;
  quote: string;
  noticed: string;
  /** ms since 1970. */
  at: number;
};

/** The answers to shares in a database: given one by one, handed over together. */
export const peerAnswers = (db: Kysely<Tables>): Pick<Shares, "addAnswer" | "hasAnswers" | "handOver"> => ({
  addAnswer: async ({ team, id, share, by, skill, quote, noticed, at }) => {
    const waiting = await db
      .selectFrom("share_answer")
      .select("id")
      .where("team_id", "=", team)
      .where("share_id", "=", share)
      .where("handed_at", "is", null)
      .executeTakeFirst();
    await db
      .insertInto("share_answer")
      .values({
        team_id: team,
        id,
        share_id: share,
        by_user: by,
        skill,
        quote,
        noticed,
        given_at: at,
        handed_at: null,
      })
      .onConflict((conflict) => conflict.columns(["team_id", "id"]).doNothing())
      .execute();
    return waiting === undefined;
  },
  hasAnswers: async ({ team, id }) => {
    const any = db.selectFrom("share_answer").select("id");
    const found = await any.where("team_id", "=", team).where("share_id", "=", id).executeTakeFirst();
    return found !== undefined;
  },
  handOver: async ({ team, id }, now) => {
    const rows = await db
      .selectFrom("share_answer")
      .selectAll()
      .where("team_id", "=", team)
      .where("share_id", "=", id)
      .where("handed_at", "is", null)
      .orderBy("given_at")
      .execute();
    await db
      .updateTable("share_answer")
      .set({ handed_at: now })
      .where("team_id", "=", team)
      .where("share_id", "=", id)
      .where("handed_at", "is", null)
      .execute();
    return rows.map((row) => ({
      team,
      id: row.id,
      share: id,
      by: row.by_user,
      skill: row.skill as SkillName,
      quote: row.quote,
      noticed: row.noticed,
      at: Number(row.given_at),
    }));
  },
});
