import type { Kysely } from "kysely";
import { setDue } from "./due.ts";
import type { Tables } from "./tables.ts";

const CELEBRATED = ["challenge_showing", "challenge_line", "challenge_board_line"] as const;

/**
 * Erases that somebody took part in challenges. What a team did together stays done, without whose it was; a board on
 * which they stood is shown again without them.
 */
export async function forgetWhoCounted(db: Kysely<Tables>, team: string, user: string): Promise<void> {
  const boards = await db
    .selectFrom("challenge_board_line")
    .select("challenge_id")
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .execute();
  for (const { challenge_id } of boards)
    await setDue(db, { team, kind: "challenge-board", subject: challenge_id, at: 0 });
  for (const table of CELEBRATED)
    await db.deleteFrom(table).where("team_id", "=", team).where("user_id", "=", user).execute();
  await db.deleteFrom("challenge_member").where("team_id", "=", team).where("user_id", "=", user).execute();
  await db
    .updateTable("challenge_count")
    .set({ user_id: null })
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .execute();
}
