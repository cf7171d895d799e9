import type { Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { erasePerson } from "../../src/store/erase-person.ts";
import type { Kept, Owner } from "../../src/store/keeping.ts";
import { letGo } from "../../src/store/let-go.ts";
import { OWNED, ownData } from "../../src/store/own-data.ts";
import { OWN_PARTS } from "../../src/store/own-parts.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { Tables } from "../../src/store/tables.ts";
import { OURS, TOLD_COLUMNS } from "../../src/store/told-columns.ts";
import { WHAT_IS_KEPT } from "../../src/store/what-is-kept.ts";
import { fillEveryTable, markOf, namesSomebody, tablesOf, textIn } from "./filled-tables.ts";
import { emptied, POSTGRES } from "./own-schema.ts";

const KEPT = Object.entries(WHAT_IS_KEPT) as [string, Kept][];
const ownersOf = ({ whose = {} }: Kept) => Object.entries(whose as Record<string, Owner>);
const whose = (table: string) =>
  ownersOf(KEPT.find(([name]) => name === table)?.[1] as Kept).map(([one]) => one);
const ME = { team: "T1", user: "U1", channel: "D1" };
const NOW = 10_000_000;
// What the filled rows hold nothing in.
const KEPT_EMPTY = ["kudos.taken_back_at"];

const ENGINES = [
  ["SQLite", () => openSqlite(":memory:")],
  ...(POSTGRES.isThere ? [["PostgreSQL", async () => openPostgres(await emptied())] as const] : []),
] as const;

describe.each(ENGINES)("what is kept of people, in %s", (_name, open) => {
  let opened: Awaited<ReturnType<typeof openSqlite>>;
  let db: Kysely<Tables>;
  beforeEach(async () => {
    opened = await open();
    db = opened.db;
    await fillEveryTable(db, (table) => (table in WHAT_IS_KEPT ? whose(table) : []));
  });
  afterEach(() => opened.close());

  it("is decided for every table, and for every column that names somebody", async () => {
    const tables = await tablesOf(db);
    expect(tables.map(({ name }) => name).sort()).toEqual(KEPT.map(([name]) => name).sort());
    for (const { name, columns } of tables)
      expect([name, whose(name)]).toEqual([
        name,
        expect.arrayContaining(columns.map((column) => column.name).filter(namesSomebody)),
      ]);
  });

  it("is all in what they are given, with their own words", async () => {
    const data = await ownData(db, ME);
    for (const [table, { shown }] of KEPT.flatMap(([name, kept]) =>
      ownersOf(kept).map(([, owner]) => [name, owner] as const),
    ))
      if (typeof shown === "string") expect([table, data.rest[shown]?.length]).toEqual([table, 1]);
    expect(Object.keys(data.rest).sort()).toEqual([...OWN_PARTS].sort());
    const everything = JSON.stringify(data);
    const inNobodys = ["inbox"];
    const missing = KEPT.flatMap(([table, { words = [] }]) =>
      (words as readonly string[]).map((column) => markOf(table, column)),
    ).filter((mark) => !everything.includes(mark) && !inNobodys.some((table) => mark.includes(table)));
    expect(missing).toEqual([]);
    expect(everything).toContain('"begin, cold-soup"');
    expect(data.practices).toHaveLength(1);
    expect(everything).not.toContain("team_id");
    expect(Object.values((await ownData(db, { ...ME, user: "U2", channel: "D2" })).rest).flat()).toEqual([]);
  });

  it("is told column by column, and what is left out of a row is decided", async () => {
    const { rest } = await ownData(db, ME);
    const tables = await tablesOf(db);
    for (const { table, shown } of OWNED) {
      const columns = tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
      const decided = Object.entries(TOLD_COLUMNS[table] ?? {});
      expect([table, decided.map(([column]) => column).sort()]).toEqual([table, columns.sort()]);
      const empty = KEPT_EMPTY.filter((name) => name.startsWith(`${table}.`));
      const told = decided.flatMap(([column, how]) =>
        how === OURS || empty.includes(`${table}.${column}`) ? [] : [how.as],
      );
      expect([table, Object.keys(rest[shown]?.[0] ?? {})]).toEqual([table, told]);
    }
  });

  it("goes when they are forgotten, but for what is said to stay", async () => {
    await erasePerson(db, ME, NOW);
    const stays = KEPT.filter(([, kept]) => ownersOf(kept).some(([, { forget }]) => forget === "stays"));
    // A published flow is the workspace's, and the tab is shown once more.
    const left = new Set([...stays.map(([table]) => table), "due"]);
    for (const [table] of KEPT) if (!left.has(table)) expect(await textIn(db, table)).not.toContain('"U1"');
    // A lead's word stands with the challenge, a note with its version, and what came in is gone when it is answered.
    const others = ["challenge", "flow_version", "inbox"];
    for (const [table, { words = [] }] of KEPT.filter(([name]) => !others.includes(name)))
      for (const column of words as readonly string[])
        expect(await textIn(db, table)).not.toContain(markOf(table, column));
    expect(await textIn(db, "due")).toContain('"home"');
    expect((await erasePerson(db, ME, NOW)).practices).toBe(0);
  });

  it("of one person goes without that of another, and of another workspace", async () => {
    expect(await erasePerson(db, { ...ME, user: "U2", channel: "D2" }, NOW)).toEqual({
      practices: 0,
      rows: 0,
    });
    expect(await erasePerson(db, { ...ME, team: "T2" }, NOW)).toEqual({ practices: 0, rows: 0 });
    expect((await erasePerson(db, ME, NOW)).practices).toBe(1);
  });

  it("has words for as long as message text is kept, and no longer", async () => {
    const limits = { messages: 2_000_000, readings: 0 };
    while (await letGo(db, "T1", limits, NOW, 1));
    for (const [table, { term, words = [] }] of KEPT)
      if (term.words === "messages" || term.rows === "messages")
        for (const column of words as readonly string[])
          expect([table, await textIn(db, table)]).not.toEqual([
            table,
            expect.stringContaining(markOf(table, column)),
          ]);
    expect((await ownData(db, ME)).practices).toMatchObject([
      { "its words": "are no longer kept", messages: [{ message: 1 }] },
    ]);
  });

  it("is there for as long as readings are kept, and no longer", async () => {
    const limits = { messages: 2_000_000, readings: 2_000_000 };
    while (await letGo(db, "T1", limits, NOW, 1));
    for (const [table, { term }] of KEPT)
      if (term.rows === "readings" && table !== "outbox")
        expect([table, await textIn(db, table)]).toEqual([table, "[]"]);
    for (const [table, { term }] of KEPT)
      if (term.rows === "theirs" || term.rows === "workspace")
        if (table !== "flow_source") expect([table, await textIn(db, table)]).not.toEqual([table, "[]"]);
  });

  it("of another workspace is not let go of", async () => {
    const before = await textIn(db, "session");
    await letGo(db, "T2", { messages: 2_000_000, readings: 2_000_000 }, NOW);
    expect(await textIn(db, "session")).toBe(before);
  });
});
