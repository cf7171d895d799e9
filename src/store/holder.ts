import { sql } from "kysely";

/**
 * One of the instances that work on a store, how long what it does is left to it without a sign of life (ms), and the
 * others that give no sign of life just now.
 */
export type Holder = { by: string; lease: number; gone: readonly string[] };

/** What a row says when an instance works on it. */
export const held = ({ by, lease }: Pick<Holder, "by" | "lease">, now: number) => ({
  held_by: by,
  held_until: now + lease,
});

/** What a row says when nobody does any more. */
export const HELD_NO_MORE = { held_by: null, held_until: null };

/**
 * How long a message may still be on its way from an instance that gives no sign of life, in ms: it may only have lost
 * the database. Slack is waited for ten seconds (see src/slack/client-options.ts).
 */
export const ON_ITS_WAY = 12_000;

/** Whether nobody else works on a row of the outbox: it is one's own, or left for long enough, or its holder is gone. */
export const freeFor = ({ by, lease, gone }: Holder, now: number, name: "first" | "outbox") => {
  const [until, holder] = [sql.ref(`${name}.held_until`), sql.ref(`${name}.held_by`)];
  const left =
    gone.length > 0
      ? sql`or (${until} <= ${now + lease - ON_ITS_WAY} and ${holder} in (${sql.join(gone)}))`
      : sql``;
  return sql<boolean>`(${until} is null or ${until} <= ${now} or ${holder} = ${by} ${left})`;
};
