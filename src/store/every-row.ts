import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

/** What a table is called, its columns, and those of them that name a row. */
export type Shape = { name: string; columns: string[]; key: string[] };

/** A row as it stands in the database, whichever of the two it is. */
export type Row = Record<string, string | number | null>;

/** How many rows a table has, and a hash of all of them in the order of their keys. */
export type Print = { rows: number; hash: string };

const PAGE_BYTES = 4_000_000;
const FIRST_PAGE = 100;
const LARGEST_PAGE = 1_000;

/** The tables of an embedded store, without what the database itself notes about its history. */
export async function shapesIn(db: Db): Promise<Shape[]> {
  const { rows } = await sql<{ name: string; column: string; place: number }>`
    select t.name as name, c.name as "column", c.pk as place
    from sqlite_schema t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like 'sqlite%' and t.name not like 'kysely%'
    order by t.name, c.cid`.execute(db);
  const byTable = Map.groupBy(rows, ({ name }) => name);
  return [...byTable].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column }) => column),
    key: columns
      .filter(({ place }) => place > 0)
      .sort((one, other) => one.place - other.place)
      .map(({ column }) => column),
  }));
}

/** How many rows a table has. */
export async function countOf(db: Db, { name }: Pick<Shape, "name">): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** Every row of a table in the order of its keys, in pages of a few megabytes, however large the table is. */
export async function* pagesOf(db: Db, { name, columns, key }: Shape): AsyncGenerator<Row[]> {
  const list = (names: readonly string[]) => sql.join(names.map((one) => sql.ref(one)));
  let size = FIRST_PAGE;
  for (let last: Row | undefined; ; ) {
    const behind = last ? sql`where (${list(key)}) > (${sql.join(key.map((one) => last?.[one]))})` : sql``;
    const { rows } = await sql<Row>`select ${list(columns)} from ${sql.table(name)} ${behind}
      order by ${list(key)} limit ${size}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1);
    const each = rows.reduce((sum, row) => sum + JSON.stringify(row).length, 0) / rows.length;
    size = Math.min(LARGEST_PAGE, Math.max(1, Math.floor(PAGE_BYTES / each)));
  }
}

/** Counts and hashes every row of a table, and says after each page how many there were. */
export async function printOf(db: Db, shape: Shape, seen: (rows: number) => void): Promise<Print> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const page of pagesOf(db, shape)) {
    for (const row of page) hash.update(`${lineOf(shape, row)}\n`);
    rows += page.length;
    seen(page.length);
  }
  return { rows, hash: hash.digest("hex") };
}

/** A row in one line; equal for equal rows, and for no others. */
export const lineOf = ({ columns }: Pick<Shape, "columns">, row: Row): string =>
  JSON.stringify(columns.map((column) => row[column]));
