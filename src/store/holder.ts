import { type Selectable, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** One of the instances that work on a store, and the others that give no sign of life just now. */
export type Holder = { by: string; gone: readonly string[] };

/**
 * How long what an instance does is left to it without a sign of life, in ms: longer than Slack is waited for on the
 * way from one note to the next. It is the same for every store, as rows move from one to another.
 */
export const LEASE = 60_000;

/** What a row says when an instance works on it. */
export const held = ({ by }: Pick<Holder, "by">, now: number) => ({ held_by: by, held_until: now + LEASE });

/** What a row says when nobody does any more. */
export const HELD_NO_MORE = { held_by: null, held_until: null };

/** Whoever holds something, in a column "name"; the states are those of an index. */
export const HOLDERS = sql`
  select held_by as name from outbox where state in ('waiting', 'sending') and held_by is not null
  union select held_by from inbox where done_at is null and held_by is not null`;

/** Whether nobody else works on a row of the outbox: it is let go of, one's own, left for long enough, or its holder is gone. */
export const freeFor = ({ by, gone }: Holder, now: number, name: "first" | "outbox") => {
  const [until, holder] = [sql.ref(`${name}.held_until`), sql.ref(`${name}.held_by`)];
  return sql<boolean>`(${holder} is null or ${until} <= ${now} or ${holder} in (${sql.join([by, ...gone])}))`;
};

/**
 * How long a message may still be on its way after an instance has taken it, in ms, whatever became of that instance:
 * what a killed one had just sent off arrives all the same, and another may only have lost the database. Slack is
 * waited for ten seconds (see src/slack/client-options.ts).
 */
export const ON_ITS_WAY = 12_000;

type Row = Pick<Selectable<Tables["outbox"]>, "held_until" | "not_before">;

/**
 * From which instant on (ms since 1970) a message that was being sent and does not stand in Slack will not come any
 * more. A clock that was set back meanwhile makes nobody wait longer than that.
 */
export const sureFrom = ({ held_until, not_before }: Row, now: number): number =>
  held_until === null ? Number(not_before) : Math.min(Number(held_until) - LEASE, now) + ON_ITS_WAY;
