import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

const DOUBLE_TAP = 5_000;

/** Notes that something was asked for, and says whether it is new: a second time within five seconds (or `within` ms) is not. */
export async function firstTap(
  db: Kysely<Tables>,
  team: string,
  name: string,
  now: number,
  within = DOUBLE_TAP,
): Promise<boolean> {
  const before = await db
    .selectFrom("tap")
    .select("at")
    .where("team_id", "=", team)
    .where("name", "=", name)
    .executeTakeFirst();
  if (before && now - Number(before.at) < within) return false;
  await noteTap(db, team, name, now);
  return true;
}

async function noteTap(db: Kysely<Tables>, team: string, name: string, at: number): Promise<void> {
  await db
    .insertInto("tap")
    .values({ team_id: team, name, at })
    .onConflict((conflict) => conflict.columns(["team_id", "name"]).doUpdateSet({ at }))
    .execute();
}

/** Forgets taps that no second one can follow any more. */
export async function forgetTaps(db: Kysely<Tables>, before: number) {
  await db.deleteFrom("tap").where("at", "<", before).execute();
}

/** Writes a note of nobody's. @throws what the database says where it cannot, such as that its disk is full. */
export async function canBeWritten(db: Kysely<Tables>, now: number): Promise<true> {
  await noteTap(db, "", "written", now);
  return true;
}
