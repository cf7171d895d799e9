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
  await db
    .insertInto("tap")
    .values({ team_id: team, name, at: now })
    .onConflict((conflict) => conflict.columns(["team_id", "name"]).doUpdateSet({ at: now }))
    .execute();
  return true;
}

/** Forgets taps that no second one can follow any more. */
export async function forgetTaps(db: Kysely<Tables>, before: number) {
  await db.deleteFrom("tap").where("at", "<", before).execute();
}
