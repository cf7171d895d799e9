import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Erases that somebody took part in challenges. What a team did together stays done, without whose it was. */
export async function forgetWhoCounted(db: Kysely<Tables>, team: string, user: string): Promise<void> {
  await db.deleteFrom("challenge_member").where("team_id", "=", team).where("user_id", "=", user).execute();
  await db
    .updateTable("challenge_count")
    .set({ user_id: null })
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .execute();
}
