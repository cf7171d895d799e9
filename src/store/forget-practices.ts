import type { Kysely } from "kysely";
import { forgetFlows } from "./flow-sources.ts";
import { forgetWhoCounted } from "./forget-who-counted.ts";
import { forgetHuddles } from "./huddles.ts";
import { forgetKudos } from "./kudos.ts";
import { unlearnPerson } from "./learn.ts";
import { forgetHeard } from "./listening.ts";
import { forgetRelayLines } from "./relays.ts";
import type { Tables } from "./tables.ts";
import { forgetInTeams } from "./team-figures.ts";

/**
 * Erases what somebody has practised, with their appeals, their paths and their part in what teams do together, the
 * kudos they got, and the flows that nobody goes back to. It takes nothing back that is elsewhere, such as a share.
 * Says how many practices there were.
 */
export async function forgetPractices(db: Kysely<Tables>, team: string, user: string): Promise<number> {
  await db.deleteFrom("appeal").where("team_id", "=", team).where("user_id", "=", user).execute();
  await db.deleteFrom("path_member").where("team_id", "=", team).where("user_id", "=", user).execute();
  await unlearnPerson(db, team, user);
  await forgetWhoCounted(db, team, user);
  await forgetInTeams(db, team, user);
  await forgetHeard(db, team, user);
  await forgetKudos(db, team, user);
  await forgetRelayLines(db, team, user);
  await forgetHuddles(db, team, user);
  const erased = await db
    .deleteFrom("session")
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .executeTakeFirst();
  await forgetFlows(db, team);
  return Number(erased.numDeletedRows);
}
