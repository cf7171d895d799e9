import type { Kysely } from "kysely";
import type { Challenge } from "../challenge/challenge.ts";
import { eraseLines } from "../challenge/erase-lines.ts";
import type { Relay } from "../challenge/relay.ts";
import { restore, type SessionRecord } from "../session/session.ts";
import { flowOf, keepFlow } from "./flow-sources.ts";
import type { Tables } from "./tables.ts";

/** What can be done with relays within one transaction. */
export type Relays = {
  /** The relay of a challenge; nothing before its customer has come, or when their flow can no longer be read. */
  of(challenge: Pick<Challenge, "team" | "id">): Promise<Relay | undefined>;
  /** Writes a relay down, with the flow it was begun on, so that it goes on when the file changes. */
  keep(relay: Relay): Promise<void>;
};

/** The relays of a database. */
export const relays = (db: Kysely<Tables>): Relays => ({
  of: async ({ team, id }) => {
    const row = await db
      .selectFrom("relay")
      .selectAll()
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .executeTakeFirst();
    const flow = row && (await flowOf(db, team, row.flow_hash));
    if (!row || !flow) return undefined;
    const turns = await db
      .selectFrom("relay_turn")
      .select("user_id")
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .orderBy("turn")
      .execute();
    return {
      team,
      challenge: id,
      channel: row.channel_id,
      session: restore(flow, JSON.parse(row.record) as SessionRecord),
      authors: turns.map(({ user_id }) => user_id ?? undefined),
      newest: row.newest_id,
    };
  },
  keep: async ({ team, challenge, channel, session, authors, newest }) => {
    await keepFlow(db, team, session.flow);
    const key = { team_id: team, challenge_id: challenge };
    const changing = { record: JSON.stringify(session.record), newest_id: newest };
    await db
      .insertInto("relay")
      .values({ ...key, channel_id: channel, flow_hash: session.flow.hash, wordless_at: null, ...changing })
      .onConflict((conflict) => conflict.columns(["team_id", "challenge_id"]).doUpdateSet(changing))
      .execute();
    if (authors.length === 0) return;
    await db
      .insertInto("relay_turn")
      .values({ ...key, turn: authors.length, user_id: authors.at(-1) ?? null })
      .onConflict((conflict) => conflict.columns(["team_id", "challenge_id", "turn"]).doNothing())
      .execute();
  },
});

/** Erases what somebody wrote in relays, and that it was they; the talks of the others stay what they were. */
export async function forgetRelayLines(db: Kysely<Tables>, team: string, user: string): Promise<void> {
  const written = await db
    .selectFrom("relay_turn")
    .selectAll()
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .execute();
  for (const id of new Set(written.map(({ challenge_id }) => challenge_id))) {
    const turns = written.filter(({ challenge_id }) => challenge_id === id).map(({ turn }) => Number(turn));
    const one = db.selectFrom("relay").select("record").where("team_id", "=", team);
    const { record } = await one.where("challenge_id", "=", id).executeTakeFirstOrThrow();
    const erased = eraseLines(JSON.parse(record) as SessionRecord, turns);
    await db
      .updateTable("relay")
      .set({ record: JSON.stringify(erased) })
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .execute();
  }
  await db
    .updateTable("relay_turn")
    .set({ user_id: null })
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .execute();
}
