import type { Kysely } from "kysely";
import { setDue } from "./due.ts";
import type { Tables } from "./tables.ts";

/** Notes that somebody has opened the Home tab. */
export async function noteHome(db: Kysely<Tables>, team: string, user: string): Promise<void> {
  await db
    .insertInto("home")
    .values({ team_id: team, user_id: user })
    .onConflict((conflict) => conflict.columns(["team_id", "user_id"]).doNothing())
    .execute();
}

/** Something that a person's Home tab shows has changed; one that was never opened shows nothing. */
export async function outdateHome(
  db: Kysely<Tables>,
  team: string,
  user: string,
  now: number,
): Promise<void> {
  const home = await db
    .selectFrom("home")
    .select("user_id")
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .executeTakeFirst();
  if (home) await setDue(db, { team, kind: "home", subject: user, at: now });
}
