import { statSync } from "node:fs";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { countOf, pagesOf } from "./every-row.ts";
import { HISTORY } from "./history.ts";
import { connect, isPostgres, outOfReach } from "./postgres.ts";
import { NoStore } from "./read-store.ts";
import type { Tables } from "./tables.ts";

/** What a look through a store found: how much there is, what is wrong, and what is only worth knowing. */
export type Checked = { tables: number; rows: number; problems: string[]; notes: string[] };

/** Is told how many tables there are, and each time one of them was read. */
export type Checking = { begin(tables: number): void; done(table: string, rows: number): void };

type Db = Kysely<Tables>;

/** Texts that are read as JSON, so they have to be; and what names a row of their table. */
const JSON_TEXTS: readonly (readonly [table: keyof Tables, key: string, columns: readonly string[]])[] = [
  ["session", "id", ["record", "pending", "own_view"]],
  ["outbox", "id", ["message"]],
  ["flow_source", "hash", ["shared"]],
  ["challenge", "id", ["plan"]],
  ["appeal", "id", ["appeal"]],
];

/**
 * Looks through a whole store and changes nothing, so it can be done while Tightrope runs: whether the database itself
 * is sound, whether its history is ours, and whether what belongs together is there.
 * @throws {NoStore} when there is no such file. @throws {DatabaseOutOfReach} when the database cannot be reached.
 */
export async function checkStore(address: string, tell: Checking): Promise<Checked> {
  if (isPostgres(address)) return checkPostgres(address, tell);
  if (!statSync(address, { throwIfNoEntry: false })?.isFile()) throw new NoStore(address);
  const database = new Database(address, { readonly: true, timeout: 5_000 });
  const db: Db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    const sound = database.pragma("integrity_check") as { integrity_check: string }[];
    const problems = sound.map((row) => row.integrity_check).filter((word) => word !== "ok");
    if (problems.length > 0) return { tables: 0, rows: 0, problems, notes: [] };
    return await lookThrough(
      db,
      sql<{ name: string }>`select name from sqlite_schema where type = 'table'`,
      tell,
    );
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return { tables: 0, rows: 0, problems: [`The file cannot be read: ${error.message}.`], notes: [] };
  } finally {
    await db.destroy();
  }
}

async function checkPostgres(address: string, tell: Checking): Promise<Checked> {
  const db = connect(address);
  try {
    const tables = sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`;
    const { rows } = await sql<{ sums: string }>`show data_checksums`.execute(db);
    const sums = Object.values(rows[0] ?? {})[0];
    const found = await lookThrough(db, tables, tell);
    const silent = "The database keeps no checksums, so it cannot notice a failing disk (initdb -k).";
    return sums === "on" ? found : { ...found, notes: [...found.notes, silent] };
  } catch (error) {
    throw outOfReach(address, error);
  } finally {
    await db.destroy();
  }
}

async function lookThrough(
  db: Db,
  listed: ReturnType<typeof sql<{ name: string }>>,
  tell: Checking,
): Promise<Checked> {
  const names = (await listed.execute(db)).rows.map(({ name }) => name);
  const own = names.filter((name) => !/^(?:sqlite|kysely)/.test(name)).sort();
  const { problems, notes } = await history(db, names);
  tell.begin(own.length);
  let rows = 0;
  for (const name of own) {
    const count = await countOf(db, { name });
    const parsed = JSON_TEXTS.find(([table]) => table === name);
    if (parsed) problems.push(...(await unreadable(db, parsed)));
    rows += count;
    tell.done(name, count);
  }
  if (own.includes("session") && own.includes("flow_source")) {
    const flowless = await counted(
      db,
      "session",
      sql`not exists (select 1 from flow_source f where f.team_id = session.team_id and f.hash = session.flow_hash)`,
    );
    if (flowless > 0) problems.push(`${told(flowless, "session")} cannot be opened: the flow is gone.`);
  }
  return { tables: own.length, rows, problems, notes };
}

async function history(db: Db, names: readonly string[]): Promise<Pick<Checked, "problems" | "notes">> {
  if (!names.includes("kysely_migration"))
    return { problems: ["This is no store of Tightrope: it has no history."], notes: [] };
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const done = rows.map(({ name }) => name);
  const [ours, newer] = [Object.keys(HISTORY), done.filter((name) => !(name in HISTORY))];
  const waiting = ours.filter((name) => !done.includes(name)).length;
  return {
    problems:
      newer.length > 0
        ? [`A newer Tightrope has changed it (${newer.join(", ")}). Check it with that version.`]
        : [],
    notes:
      waiting > 0
        ? [`Its tables are changed ${waiting === 1 ? "once" : `${waiting} times`} at the next start.`]
        : [],
  };
}

async function unreadable(db: Db, [name, id, parsed]: (typeof JSON_TEXTS)[number]): Promise<string[]> {
  const key = ["team_id", id];
  let wrong = 0;
  for await (const page of pagesOf(db, { name, columns: [...key, ...parsed], key }))
    for (const row of page) if (!parsed.every((column) => isJson(row[column]))) wrong += 1;
  return wrong > 0 ? [`${told(wrong, name)} cannot be read: ${parsed.join(" or ")} is no JSON.`] : [];
}

function isJson(text: unknown): boolean {
  if (text === null) return true;
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}

async function counted(db: Db, table: string, where: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}
    where ${where}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

const told = (count: number, table: string) =>
  count === 1 ? `One row of ${table}` : `${count} rows of ${table}`;
