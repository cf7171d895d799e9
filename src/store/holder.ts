import { sql } from "kysely";

/**
 * One of the instances that work on a store, how long what it does is left to it without a sign of life (ms), and the
 * others that are surely gone.
 */
export type Holder = { by: string; lease: number; gone: readonly string[] };

/** What a row says when an instance works on it. */
export const held = ({ by, lease }: Pick<Holder, "by" | "lease">, now: number) => ({
  held_by: by,
  held_until: now + lease,
});

/** What a row says when nobody does any more. */
export const HELD_NO_MORE = { held_by: null, held_until: null };

/** Whether nobody else works on a row of the outbox: it is one's own, or left for long enough, or its holder is gone. */
export const freeFor = ({ by, gone }: Holder, now: number, name: "first" | "outbox") => {
  const until = sql.ref(`${name}.held_until`);
  return sql<boolean>`(${until} is null or ${until} <= ${now} or ${sql.ref(`${name}.held_by`)} in (${sql.join([by, ...gone])}))`;
};
