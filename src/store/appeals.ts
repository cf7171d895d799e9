import type { Kysely } from "kysely";
import type { Appeal } from "../feedback/appeal.ts";
import { learnFromAppeal, unlearnAppeals } from "./learn.ts";
import type { Tables } from "./tables.ts";

/** An appeal and whose it is; `id` is the messenger's name for the form that was sent off. */
export type KeptAppeal = { team: string; id: string; user: string; appeal: Appeal };

/**
 * Writes an appeal down. "again" when this very form was written down before; otherwise gives the id of the
 * appeal that the trainee made of the same reading earlier, which stands.
 */
export async function keepAppeal(
  db: Kysely<Tables>,
  { team, id, user, appeal }: KeptAppeal,
  now: number,
): Promise<"kept" | "again" | { earlier: string }> {
  const earlier = await db
    .selectFrom("appeal")
    .select("id")
    .where("team_id", "=", team)
    .where("practice_id", "=", appeal.practice)
    .where("turn", "=", appeal.turn)
    .where("about", "=", appeal.about)
    .executeTakeFirst();
  if (earlier) return earlier.id === id ? "again" : { earlier: earlier.id };
  await db
    .insertInto("appeal")
    .values({
      team_id: team,
      id,
      user_id: user,
      practice_id: appeal.practice,
      turn: appeal.turn,
      about: appeal.about,
      appeal: JSON.stringify(appeal),
      made_at: now,
    })
    .execute();
  await learnFromAppeal(db, { team, id, user, appeal });
  return "kept";
}

/** Deletes an appeal that its trainee takes back. Says whether it was still there. */
export async function takeBackAppeal(
  db: Kysely<Tables>,
  { team, id, user }: Omit<KeptAppeal, "appeal">,
): Promise<boolean> {
  const taken = await db
    .deleteFrom("appeal")
    .where("team_id", "=", team)
    .where("id", "=", id)
    .where("user_id", "=", user)
    .executeTakeFirst();
  const wasThere = Number(taken.numDeletedRows) > 0;
  if (wasThere) await unlearnAppeals(db, team, [id]);
  return wasThere;
}

/** Deletes the appeals of a practice that is removed; with them go the words they held. */
export async function forgetAppeals(db: Kysely<Tables>, team: string, practice: string): Promise<void> {
  const gone = await db
    .deleteFrom("appeal")
    .where("team_id", "=", team)
    .where("practice_id", "=", practice)
    .returning("id")
    .execute();
  await unlearnAppeals(
    db,
    team,
    gone.map(({ id }) => id),
  );
}

/** All appeals, the oldest first, without saying whose they are. */
export async function allAppeals(db: Kysely<Tables>): Promise<Appeal[]> {
  const rows = await db.selectFrom("appeal").select("appeal").orderBy("made_at").orderBy("id").execute();
  return rows.map(({ appeal }) => JSON.parse(appeal) as Appeal);
}

/** The appeals of one workspace, the oldest first, without saying whose they are. */
export async function appealsOf(db: Kysely<Tables>, team: string): Promise<Appeal[]> {
  const rows = await db
    .selectFrom("appeal")
    .select("appeal")
    .where("team_id", "=", team)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return rows.map(({ appeal }) => JSON.parse(appeal) as Appeal);
}
