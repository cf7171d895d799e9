import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import type { Tables } from "./tables.ts";

/** One of the instances that work on a store, and how long what it does is left to it without a sign of life, in ms. */
export type Holder = { by: string; lease: number };

type Db = Tables & { first: Tables["outbox"] };

/** Rows of the outbox that nobody else works on: one's own, and what was left to another for long enough. */
export const freeFor =
  <Name extends "first" | "outbox">(name: Name, { by }: Holder, now: number) =>
  (eb: ExpressionBuilder<Db, Name>): ExpressionWrapper<Db, Name, SqlBool> => {
    const row = eb as unknown as ExpressionBuilder<Db, "outbox">;
    const at = name as "outbox";
    return row.or([
      row(`${at}.held_until`, "is", null),
      row(`${at}.held_until`, "<=", now),
      row(`${at}.held_by`, "=", by),
    ]) as never;
  };
