import { existsSync } from "node:fs";
import { type Kysely, sql, type Transaction } from "kysely";
import { compareTables } from "./compare-tables.ts";
import { countOf, pagesOf, printOf, type Shape, shapesIn } from "./every-row.ts";
import { openPostgres, outOfReach } from "./postgres.ts";
import { NoStore } from "./read-store.ts";
import { openSqlite } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

/** An embedded store cannot be moved to where it should go; the message says what to do. */
export class NotMoved extends Error {}

/** What was moved: rows in tables, and how many of them stood there already. */
export type Moved = { tables: number; rows: number; already: number };

/** Is told how many rows there are to handle, and each time how many were handled. */
export type Moving = { begin(rows: number): void; done(rows: number, table: string): void };

const BUSY = "55P03";
const NO_SUCH_CHARACTER = "22021";

/**
 * Copies an embedded store into PostgreSQL, all of it in one transaction: everything is there afterwards, or nothing.
 * Then every row is read again on both sides and compared. What stands there already from an earlier time is compared
 * and left, so that it can be done again.
 * @throws {StoreInUse} when Tightrope has the file open. @throws {NoStore} when there is no such file.
 * @throws {DatabaseOutOfReach} when the database cannot be used. @throws {NotMoved} when other data is in it.
 */
export async function moveStore(file: string, address: string, tell: Moving): Promise<Moved> {
  if (!existsSync(file)) throw new NoStore(file);
  const from = await openSqlite(file);
  try {
    const to = await openPostgres(address);
    try {
      return await to.db.transaction().execute((trx) => moveInto(trx, from.db, file, tell));
    } catch (error) {
      throw inWords(address, error);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function moveInto(
  to: Transaction<Tables>,
  from: Kysely<Tables>,
  file: string,
  tell: Moving,
): Promise<Moved> {
  const shapes = await shapesIn(from);
  await keepOthersOut(to, shapes);
  const counts = new Map<Shape, number>();
  for (const shape of shapes) counts.set(shape, await countOf(from, shape));
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  tell.begin(rows * 3);

  let already = 0;
  for (const shape of shapes) {
    const there = await countOf(to, shape);
    const strange = there > 0 ? await compareTables(from, to, shape) : undefined;
    if (strange) throw new NotMoved(otherData(file, shape, strange));
    already += there;
  }
  for (const shape of shapes) await copy(from, to, shape, tell);
  for (const shape of shapes) {
    const seen = (count: number) => tell.done(count, shape.name);
    const [here, there] = [await printOf(from, shape, seen), await printOf(to, shape, seen)];
    if (here.rows !== there.rows || here.hash !== there.hash)
      throw new NotMoved(
        `What arrived in the table ${shape.name} is not what was sent, so nothing was kept in the database. ${file} is as it was.`,
      );
  }
  return { tables: shapes.length, rows, already };
}

// Whoever writes there waits until all is in its place; whoever is just writing lets us wait a little.
async function keepOthersOut(to: Transaction<Tables>, shapes: readonly Shape[]): Promise<void> {
  await sql`set local lock_timeout = '5s'`.execute(to);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(to);
  const names = sql.join(shapes.map(({ name }) => sql.table(name)));
  await sql`lock table ${names} in share row exclusive mode`.execute(to);
}

async function copy(from: Kysely<Tables>, to: Transaction<Tables>, shape: Shape, tell: Moving) {
  // One statement takes 65,535 values at most.
  const most = Math.floor(60_000 / shape.columns.length);
  const into = to.insertInto(shape.name as keyof Tables);
  for await (const page of pagesOf(from, shape)) {
    for (let at = 0; at < page.length; at += most)
      await into
        .values(page.slice(at, at + most) as never)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    tell.done(page.length, shape.name);
  }
}

const otherData = (file: string, { name }: Shape, { rows, example }: { rows: number; example: string }) =>
  `The database holds data already that is not in ${file}: in the table ${name} ${rows === 1 ? "one row differs" : `${rows} rows differ`}, such as ${example}. Nothing was changed. Name an empty database with --to, or another schema of it.`;

function inWords(address: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === BUSY)
    return new NotMoved(
      "Something is writing to that database just now. Stop every Tightrope that uses it, and move again.",
    );
  if (code === NO_SUCH_CHARACTER)
    return new NotMoved(
      "A text in the store holds a character that PostgreSQL cannot keep (NUL). Nothing was changed in the database.",
    );
  return outOfReach(address, error);
}
