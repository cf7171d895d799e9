import { type Kysely, sql } from "kysely";
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

/** Whether Slack takes, in the workspace of a message, messages of its kind just now. */
export const isNotHeldBack = (name: "first" | "outbox", now: number) =>
  sql<boolean>`not exists (select 1 from hold where hold.team_id = ${sql.ref(`${name}.team_id`)}
    and hold.kind = ${sql.ref(`${name}.kind`)} and hold.until > ${now})`;
