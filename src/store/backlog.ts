import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** What waits in the store, all workspaces together: how much, and since when (ms since 1970). */
export type Backlog = {
  /** Heard and not yet done. */
  inbox: { undone: number; since: number | undefined };
  /** Written down and not yet in Slack. */
  outbox: { waiting: number; sending: number; since: number | undefined };
  /** Due by now and not yet done. */
  due: { overdue: number; since: number | undefined };
  practices: { running: number };
};

type Counted = { n: number; since: number | null };

/** Counts what waits; each count reads an index that holds little else. */
export async function backlog(db: Kysely<Tables>, now: number): Promise<Backlog> {
  const one = async (counted: ReturnType<typeof sql<Counted>>) => {
    const { rows } = await counted.execute(db);
    return { n: Number(rows[0]?.n ?? 0), since: rows[0]?.since == null ? undefined : Number(rows[0].since) };
  };
  // Written out, not bound: only then does SQLite find the partial indexes.
  const undone = await one(
    sql`select count(*) as n, min(received_at) as since from inbox where done_at is null`,
  );
  const unsent = sql<{ state: string; n: number; since: number }>`
    select state, count(*) as n, min(written_at) as since from outbox
    where state in ('waiting', 'sending') group by state`;
  const states = (await unsent.execute(db)).rows;
  const count = (state: string) => Number(states.find((row) => row.state === state)?.n ?? 0);
  const due = await one(sql`select count(*) as n, min(at) as since from due where at <= ${now}`);
  const running = await one(
    sql`select count(*) as n, null as since from session where state in ('playing', 'paused')`,
  );
  return {
    inbox: { undone: undone.n, since: undone.since },
    outbox: {
      waiting: count("waiting"),
      sending: count("sending"),
      since: states.length > 0 ? Math.min(...states.map(({ since }) => Number(since))) : undefined,
    },
    due: { overdue: due.n, since: due.since },
    practices: { running: running.n },
  };
}
