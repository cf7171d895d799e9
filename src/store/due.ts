import type { Kysely } from "kysely";
import { compiled, compiledToSend } from "./compiled.ts";
import type { Tables } from "./tables.ts";

/** The end of a quiet time, a nudge after a silence, a debrief that waited long enough for the trainee's own view. */
type OfPractice = "quiet" | "idle" | "debrief";
/** A Home tab, a reminder, the word about somebody's path after a practice. */
type OfPerson = "home" | "reminder" | "path";
/** The end of a share, and the handing over of the answers to it. */
type OfShare = "share-end" | "share-answers";
/** The start and the end of a challenge, its next showing, its board, the last word about a listening game, a lead's digest. */
type OfTeam =
  | "challenge-start"
  | "challenge-end"
  | "challenge-meter"
  | "challenge-board"
  | "challenge-board-end"
  | "listening-close"
  | "team-digest";
/** Somebody's own data to be given, messages to be removed, and a workspace's day to let go of what is old. */
type OfKeeping = "my-data" | "erasure" | "retention" | "presence";

/** A new token for an installation, and the erasing of everything after a removal. */
type OfWorkspace = "token" | "purge";

/** Something to do at an instant (ms since 1970). */
export type Due = {
  team: string;
  kind: OfPractice | OfPerson | OfShare | OfTeam | OfKeeping | OfWorkspace;
  subject: string;
  at: number;
};

/** Sets a due date; setting it again moves it. */
export async function setDue(db: Kysely<Tables>, due: Due) {
  await set(db, due);
}

const set = compiledToSend((db, { team, kind, subject, at }: Due) =>
  db
    .insertInto("due")
    .values({ team_id: team, kind, subject, at })
    .onConflict((conflict) => conflict.columns(["team_id", "kind", "subject"]).doUpdateSet({ at })),
);

const dueOf = (db: Kysely<Tables>, { team, kind, subject }: Omit<Due, "at">) =>
  db.deleteFrom("due").where("team_id", "=", team).where("kind", "=", kind).where("subject", "=", subject);

/** Takes a due date away, whenever it would have been. */
export async function clearDue(db: Kysely<Tables>, due: Omit<Due, "at">): Promise<void> {
  await clear(db, due);
}

const clear = compiledToSend(dueOf);

/** Takes a due date to do its work. Says whether it still stood there: not done by another, not moved since. */
export async function takeDue(db: Kysely<Tables>, due: Due): Promise<boolean> {
  return (await take(db, due)).changed > 0;
}

const take = compiled((db, due: Due) => dueOf(db, due).where("at", "=", due.at));

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
