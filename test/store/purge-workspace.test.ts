import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Opened } from "../../src/store/opened.ts";
import { EVERY_TABLE, purgeWorkspace } from "../../src/store/purge-workspace.ts";
import { DATABASES } from "./databases.ts";

describe.each(DATABASES)("everything of a workspace, in %s", (_name, open) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  const tables = () => opened.db.introspection.getTables();

  const fill = async (team: string) => {
    for (const { name, columns } of await tables()) {
      const values = columns.map((column) => {
        if (column.name === "team_id") return sql`${team}`;
        return /int|real|numeric|double/i.test(column.dataType) ? sql`1` : sql`'one'`;
      });
      const into = sql.join(columns.map((column) => sql.ref(column.name)));
      await sql`insert into ${sql.table(name)} (${into}) values (${sql.join(values)})`.execute(opened.db);
    }
  };

  const left = async () => {
    const found: string[] = [];
    for (const { name } of await tables()) {
      const { rows } = await sql<{ team_id: string }>`select team_id from ${sql.table(name)}`.execute(
        opened.db,
      );
      found.push(...rows.map(({ team_id }) => `${team_id} ${name}`));
    }
    return found.sort();
  };

  it("stands in tables of which each says whose a row is, and the purge knows them all", async () => {
    const there = await tables();
    expect(there.length).toBeGreaterThan(30);
    expect(there.filter(({ columns }) => !columns.some(({ name }) => name === "team_id"))).toEqual([]);
    expect([...EVERY_TABLE].sort()).toEqual(there.map(({ name }) => name).sort());
  });

  it("begins each row with whose it is", async () => {
    const first = (await tables()).map(({ name, columns }) => [name, columns[0]?.name]);
    expect(first.filter(([, column]) => column !== "team_id")).toEqual([]);
  });

  it("is erased when it is purged, and nothing of another", async () => {
    await fill("T1");
    await fill("T2");
    await opened.db.deleteFrom("installation").where("team_id", "=", "T1").execute();
    expect(await purgeWorkspace(opened, "T1")).toBe(true);
    const all = EVERY_TABLE.map((name) => `T2 ${name}`).sort();
    expect(await left()).toEqual(all);
    expect(await purgeWorkspace(opened, "T1")).toBe(true);
    expect(await left()).toEqual(all);
  });

  it("stays where the app is installed again", async () => {
    await fill("T1");
    expect(await purgeWorkspace(opened, "T1")).toBe(false);
    expect(await left()).toHaveLength(EVERY_TABLE.length);
  });

  it("is due for its purge until the very last table is empty", () => {
    expect(EVERY_TABLE.at(-1)).toBe("due");
  });
});
