import type { Kysely } from "kysely";
import type { Rhythm } from "../programme/rhythm.ts";
import type { Tables } from "./tables.ts";

/** Somebody's reminders where they are kept, and the direct message they come in. */
export type KeptRhythm = { team: string; user: string; channel: string } & Rhythm;

/** Somebody's reminders, if they were ever offered. */
export async function rhythmOf(
  db: Kysely<Tables>,
  team: string,
  user: string,
): Promise<KeptRhythm | undefined> {
  const row = await db
    .selectFrom("rhythm")
    .selectAll()
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .executeTakeFirst();
  return (
    row && {
      team,
      user,
      channel: row.channel_id,
      state: row.state,
      from: Number(row.counted_from),
      step: row.step,
      zone: row.zone,
    }
  );
}

/** Writes somebody's reminders down. */
export async function keepRhythm(
  db: Kysely<Tables>,
  { team, user, channel, state, from, step, zone }: KeptRhythm,
): Promise<void> {
  const changing = { channel_id: channel, state, counted_from: from, step, zone };
  await db
    .insertInto("rhythm")
    .values({ team_id: team, user_id: user, ...changing })
    .onConflict((conflict) => conflict.columns(["team_id", "user_id"]).doUpdateSet(changing))
    .execute();
}
