import type { Kysely, Selectable } from "kysely";
import { restore, rewind, type Session, type SessionRecord } from "../../src/session/session.ts";
import type { Tables } from "../../src/store/tables.ts";
import { projectFlow } from "../flows-of-the-project.ts";

/** A practice replayed from its events, with what belongs to it alone: a message taken again brings the talk before it along. */
export type Replayed = {
  row: Selectable<Tables["session"]>;
  session: Session;
  /** What the trainee said in it, a message each. */
  heard: string[];
  /** What the customer said in it, the lines before a message taken again included once more. */
  said: string[];
  /** Its place among what was written to its trainee. */
  seq: number;
};

/** Every practice, in the order in which they began, told from the events that are stored and nothing else. */
export async function replayed(db: Kysely<Tables>): Promise<Replayed[]> {
  const rows = await db.selectFrom("session").selectAll().execute();
  const controls = await db.selectFrom("outbox").select(["id", "seq"]).execute();
  const sessions = new Map(rows.map((row) => [row.id, sessionOf(row)]));
  return rows
    .map((row) => {
      const session = sessionOf(row);
      const first = row.retry_of === null ? undefined : sessions.get(row.retry_of);
      const before = first && rewind(first, Number(row.retry_turn));
      const own = session.turns.slice(before?.turns.length ?? 0);
      return {
        row,
        session,
        heard: own.flatMap(({ reply }) => reply.split("\n")),
        said: session.said.slice(before ? before.said.length - before.unanswered.length : 0),
        seq: Number(controls.find(({ id }) => id === row.control_id)?.seq ?? 0),
      };
    })
    .sort((a, b) => a.seq - b.seq);
}

function sessionOf({ record }: Selectable<Tables["session"]>): Session {
  const kept = JSON.parse(record) as SessionRecord;
  return restore(projectFlow(kept.flow), kept);
}
