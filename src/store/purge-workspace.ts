import { installationOf } from "./installations.ts";
import type { Opened } from "./opened.ts";
import type { Tables } from "./tables.ts";

// The compiler misses a table that is not here. Due dates go last, so that a purge that was interrupted is due again.
const TABLES = {
  inbox: true,
  outbox: true,
  hold: true,
  session: true,
  flow_source: true,
  flow_version: true,
  home: true,
  rhythm: true,
  path_member: true,
  presence: true,
  learn_waiting: true,
  learnt: true,
  tap: true,
  appeal: true,
  challenge: true,
  challenge_channel: true,
  challenge_member: true,
  challenge_count: true,
  challenge_showing: true,
  challenge_mended: true,
  challenge_line: true,
  challenge_board: true,
  challenge_board_line: true,
  challenge_slip: true,
  listening_story: true,
  listening_answer: true,
  listening_quote: true,
  kudos: true,
  relay: true,
  relay_turn: true,
  huddle: true,
  huddle_vote: true,
  share: true,
  share_answer: true,
  team_waiting: true,
  team_batch: true,
  team_part: true,
  team_digest: true,
  workspace_setting: true,
  workspace: true,
  audit: true,
  installation: true,
  due: true,
} satisfies Record<keyof Tables, true>;

/** Every table there is, in the order in which a workspace is erased from them. */
export const EVERY_TABLE = Object.keys(TABLES) as (keyof Tables)[];

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
