import { installationOf } from "./installations.ts";
import type { Opened } from "./opened.ts";
import type { Tables } from "./tables.ts";
import { WHAT_IS_KEPT } from "./what-is-kept.ts";

/** Every table there is. Due dates go last, so that a purge that was interrupted is due again. */
export const EVERY_TABLE = [
  ...(Object.keys(WHAT_IS_KEPT) as (keyof Tables)[]).filter((table) => table !== "due"),
  "due",
] as const;

/**
 * Erases everything of a workspace, a table at a time, each in the workspace's turn; stops where the app has been
 * installed there again meanwhile. Says whether it went to the end.
 */
export async function purgeWorkspace({ inTurn }: Pick<Opened, "inTurn">, team: string): Promise<boolean> {
  for (const table of EVERY_TABLE) {
    const goesOn = await inTurn(team, async (trx) => {
      if (await installationOf(trx, team)) return false;
      await trx.deleteFrom(table).where("team_id", "=", team).execute();
      return true;
    });
    if (!goesOn) return false;
  }
  return true;
}
