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

/** Workspaces as noted above, of each of which the database is asked once a minute at most. */
export type RememberedWorkspaces = {
  /** Notes one, unless it is remembered. */
  note(db: Kysely<Tables>, team: string, now: number): Promise<void>;
  /** What was noted is committed. */
  remember(team: string, now: number): void;
};

/** No workspace is remembered yet. */
export function rememberedWorkspaces(): RememberedWorkspaces {
  const noted = new Map<string, number>();
  const isRemembered = (team: string, now: number) =>
    Math.abs(now - (noted.get(team) ?? Number.NEGATIVE_INFINITY)) < REMEMBERED;
  return {
    note: async (db, team, now) => {
      if (!isRemembered(team, now)) await noteWorkspace(db, team, now);
    },
    remember: (team, now) => {
      if (!isRemembered(team, now)) noted.set(team, now);
    },
  };
}

/** Since when there has been anything of a workspace, in ms since 1970. */
export async function workspaceSince(db: Kysely<Tables>, team: string): Promise<number | undefined> {
  const row = await db.selectFrom("workspace").select("since").where("team_id", "=", team).executeTakeFirst();
  return row && Number(row.since);
}
