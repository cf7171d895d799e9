import type { Kysely } from "kysely";
import { lineOf, pagesOf, type Row, type Shape } from "./every-row.ts";
import type { Tables } from "./tables.ts";

/** Rows of the second table that the first has not, or not so: how many, and the key of one. */
export type Strange = { rows: number; example: string };

/** Walks two tables of the same shape side by side; rows that only the first one has are none to speak of. */
export async function compareTables(
  first: Kysely<Tables>,
  second: Kysely<Tables>,
  shape: Shape,
): Promise<Strange | undefined> {
  const known = rowsOf(first, shape);
  let one = await known.next();
  let strange: Strange | undefined;
  for await (const row of rowsOf(second, shape)) {
    while (!one.done && inOrder(shape, one.value, row) < 0) one = await known.next();
    const same = !one.done && lineOf(shape, one.value) === lineOf(shape, row);
    if (same) continue;
    strange ??= { rows: 0, example: shape.key.map((part) => row[part]).join("/") };
    strange.rows += 1;
  }
  return strange;
}

async function* rowsOf(db: Kysely<Tables>, shape: Shape): AsyncGenerator<Row> {
  for await (const page of pagesOf(db, shape)) yield* page;
}

// As both databases order them: numbers by size, texts by the bytes of UTF-8.
function inOrder({ key }: Shape, one: Row, other: Row): number {
  for (const part of key) {
    const [mine, theirs] = [one[part], other[part]];
    const order =
      typeof mine === "number" && typeof theirs === "number"
        ? mine - theirs
        : Buffer.compare(Buffer.from(String(mine)), Buffer.from(String(theirs)));
    if (order !== 0) return order;
  }
  return 0;
}
