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

/** Long enough to spare nearly all queries; what another instance has forgotten meanwhile is noted again soon. */
const REMEMBERED = 60_000;

/** Notes workspaces as above, and asks the database for each once a minute at most. */
export function rememberedWorkspaces(db: Kysely<Tables>) {
  const noted = new Map<string, number>();
  return {
    note: async (team: string, now: number): Promise<void> => {
      if (Math.abs(now - (noted.get(team) ?? Number.NEGATIVE_INFINITY)) < REMEMBERED) return;
      await noteWorkspace(db, team, now);
      noted.set(team, now);
    },
  };
}

/** Since when there has been anything of a workspace, in ms since 1970. */
export async function workspaceSince(db: Kysely<Tables>, team: string): Promise<number | undefined> {
  const row = await db.selectFrom("workspace").select("since").where("team_id", "=", team).executeTakeFirst();
  return row && Number(row.since);
}
