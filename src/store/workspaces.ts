import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Notes that something of a workspace is kept; only the first time counts. */
export async function noteWorkspace(db: Kysely<Tables>, team: string, now: number): Promise<void> {
  await db
    .insertInto("workspace")
    .values({ team_id: team, since: now })
    .onConflict((conflict) => conflict.column("team_id").doNothing())
    .execute();
}

/** Since when there has been anything of a workspace, in ms since 1970. */
export async function workspaceSince(db: Kysely<Tables>, team: string): Promise<number | undefined> {
  const row = await db.selectFrom("workspace").select("since").where("team_id", "=", team).executeTakeFirst();
  return row && Number(row.since);
}
