import type { Kysely } from "kysely";
import type { Outgoing } from "./outbox.ts";
import type { Tables } from "./tables.ts";

/** Leaves one of Slack's methods in peace in a workspace until an instant (ms since 1970), as Slack has asked. */
export async function holdBack(
  db: Kysely<Tables>,
  { team, kind }: Pick<Outgoing, "team" | "kind">,
  until: number,
): Promise<void> {
  await db
    .insertInto("hold")
    .values({ team_id: team, kind, until })
    .onConflict((conflict) =>
      conflict.columns(["team_id", "kind"]).doUpdateSet({ until }).where("hold.until", "<", until),
    )
    .execute();
}
