import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Something to do at an instant: the end of a quiet time, or a nudge after a silence. */
export type Due = { team: string; kind: "quiet" | "idle"; subject: string; at: number };

/** Sets a due date; setting it again moves it. */
export async function setDue(db: Kysely<Tables>, { team, kind, subject, at }: Due) {
  await db
    .insertInto("due")
    .values({ team_id: team, kind, subject, at })
    .onConflict((conflict) => conflict.columns(["team_id", "kind", "subject"]).doUpdateSet({ at }))
    .execute();
}

/** Takes a due date away. Says whether it was still there, so that whoever takes it does the work once. */
export async function clearDue(
  db: Kysely<Tables>,
  { team, kind, subject }: Omit<Due, "at">,
): Promise<boolean> {
  const done = await db
    .deleteFrom("due")
    .where("team_id", "=", team)
    .where("kind", "=", kind)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return Number(done.numDeletedRows) > 0;
}

/** What is due by now, the oldest first. */
export async function dueBy(db: Kysely<Tables>, now: number): Promise<Due[]> {
  const rows = await db
    .selectFrom("due")
    .selectAll()
    .where("at", "<=", now)
    .orderBy("at")
    .limit(100)
    .execute();
  return rows.map((row) => ({
    team: row.team_id,
    kind: row.kind as Due["kind"],
    subject: row.subject,
    at: Number(row.at),
  }));
}

/** When the next thing is due, if anything is. */
export async function nextDueAt(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await db
    .selectFrom("due")
    .select((eb) => eb.fn.min("at").as("at"))
    .executeTakeFirst();
  return row?.at == null ? undefined : Number(row.at);
}
