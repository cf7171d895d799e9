import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** What is done once a day for every workspace. */
const DAILY = ["retention", "presence"] as const;

/** The subject of what is done once a day. */
export const EVERY_DAY = "every day";

/** Sets what is done every day for the workspaces for which it is not set; one that is set stays where it is. */
export async function setDaily(db: Kysely<Tables>, now: number): Promise<void> {
  for (const kind of DAILY)
    await db
      .insertInto("due")
      .columns(["team_id", "kind", "subject", "at"])
      .expression((eb) =>
        eb
          .selectFrom("workspace")
          .select([
            "workspace.team_id",
            sql<string>`cast(${kind} as text)`.as("kind"),
            sql<string>`cast(${EVERY_DAY} as text)`.as("subject"),
            sql<number>`cast(${now} as bigint)`.as("at"),
          ])
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom("due")
                  .select("due.at")
                  .whereRef("due.team_id", "=", "workspace.team_id")
                  .where("due.kind", "=", kind)
                  .where("due.subject", "=", EVERY_DAY),
              ),
            ),
          ),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
