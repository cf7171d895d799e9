import type { Tables } from "./tables.ts";
import { OURS, TOLD_COLUMNS } from "./told-columns.ts";
import { instantTold, isNothing, nameTold, opened, told } from "./told-value.ts";

/** One row, in names and instants that people can read. */
export type Told = Record<string, unknown>;

/** What challenges are called, by their id. */
export type CalledChallenges = ReadonlyMap<string, string>;

/** A row of a table as its person reads it: every column that tells something, and nothing of how we keep it. */
export function rowTold(table: keyof Tables, row: Told, called: CalledChallenges): Told {
  const columns = Object.entries(TOLD_COLUMNS[table] ?? {});
  return Object.fromEntries(
    columns.flatMap(([column, how]) => {
      const value = row[column];
      if (how === OURS || isNothing(value) || isNever(value, how.form)) return [];
      return [[how.as, FORMS[how.form](value, called)]];
    }),
  );
}

// An instant of 0 stands for one that has not come yet.
const isNever = (value: unknown, form: keyof typeof FORMS) => form === "instant" && Number(value) === 0;

const FORMS = {
  plain: (value: unknown) => value,
  code: (value: unknown) => nameTold(String(value)).replaceAll("-", " "),
  number: Number,
  list: (value: unknown) => String(value).split("\n"),
  instant: instantTold,
  "yes or no": (value: unknown) => Number(value) === 1,
  inside: (value: unknown) => told(opened(value)),
  challenge: (value: unknown, called: CalledChallenges) => called.get(String(value)) ?? value,
};
