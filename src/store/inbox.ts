import type { Kysely } from "kysely";
import { compiled } from "./compiled.ts";
import { type Holder, LEASE } from "./holder.ts";
import type { Tables } from "./tables.ts";

/** What came in from Slack: the workspace, Slack's id for it, and the whole of it. */
export type Envelope = { team: string; id: string; body: unknown };

type Key = Pick<Envelope, "team" | "id">;
type Row = Key & { body: string; by: string; now: number };

/** Writes an envelope down before it is acknowledged. Says whether its effects are already written. */
export async function noteEnvelope(
  db: Kysely<Tables>,
  { team, id, body }: Envelope,
  { by }: Pick<Holder, "by">,
  now: number,
) {
  const { changed } = await note(db, { team, id, body: JSON.stringify(body), by, now });
  return changed > 0 ? false : isDone(db, { team, id });
}

const note = compiled((db, { team, id, body, by, now }: Row) =>
  db
    .insertInto("inbox")
    .values({ team_id: team, id, body, received_at: now, done_at: null, held_by: by })
    .onConflict((conflict) => conflict.columns(["team_id", "id"]).doNothing()),
);

// Whether the effects of an envelope are written.
async function isDone(db: Kysely<Tables>, { team, id }: Key): Promise<boolean> {
  const [row] = (await lookUp(db, { team, id })).rows;
  return row !== undefined && row.done_at !== null;
}

/** An envelope that was written down and not done, and when it came (ms since 1970). */
export type Undone = Envelope & { receivedAt: number };

const lookUp = compiled((db, { team, id }: Key) =>
  db.selectFrom("inbox").select("done_at").where("team_id", "=", team).where("id", "=", id),
);

/**
 * Marks an envelope as done, whether it was written down before or not, and says whether it was not done yet; its words
 * are no longer kept.
 */
export async function markDone(db: Kysely<Tables>, { team, id }: Key, now: number): Promise<boolean> {
  return (await mark(db, { team, id, now })).changed > 0;
}

const mark = compiled((db, { team, id, now }: Key & { now: number }) =>
  db
    .insertInto("inbox")
    .values({ team_id: team, id, body: "", received_at: now, done_at: now, held_by: null })
    .onConflict((conflict) =>
      conflict
        .columns(["team_id", "id"])
        .doUpdateSet({ done_at: now, body: "" })
        .where("inbox.done_at", "is", null),
    ),
);

/**
 * What was written down and then interrupted, in the order in which it came; what another instance may be doing just
 * now is left to it.
 */
export async function undoneEnvelopes(
  db: Kysely<Tables>,
  { by, gone }: Holder,
  now: number,
): Promise<Undone[]> {
  const rows = await db
    .selectFrom("inbox")
    .selectAll()
    .where("done_at", "is", null)
    .where((eb) => eb.or([eb("held_by", "in", [by, ...gone]), eb("received_at", "<=", now - LEASE)]))
    .orderBy("received_at")
    .execute();
  return rows.map((row) => ({
    team: row.team_id,
    id: row.id,
    body: JSON.parse(row.body) as unknown,
    receivedAt: Number(row.received_at),
  }));
}

/** Forgets ids that Slack no longer repeats. */
export async function forgetEnvelopes(db: Kysely<Tables>, before: number) {
  await db.deleteFrom("inbox").where("done_at", "<", before).execute();
}
