import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { describe, expect, test } from "vitest";
import { compiled } from "../../src/store/compiled.ts";
import type { Tables } from "../../src/store/tables.ts";

function opened(first: string): Kysely<Tables> {
  const database = new Database(":memory:");
  database.exec(`create table hold (team_id text, kind text, until integer);
    insert into hold values ('${first}', 'post', 1), ('T2', 'update', 2)`);
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}

describe("a compiled query", () => {
  test("is built once, and each run finds what it asks for, in a transaction as well", async () => {
    let built = 0;
    const until = compiled((db, { team, kind }: { team: string; kind: "post" | "update" }) => {
      built += 1;
      return db.selectFrom("hold").select("until").where("kind", "=", kind).where("team_id", "=", team);
    });
    const db = opened("T1");
    expect((await until(db, { team: "T1", kind: "post" })).rows).toEqual([{ until: 1 }]);
    expect((await until(db, { team: "T2", kind: "update" })).rows).toEqual([{ until: 2 }]);
    const within = db.transaction().execute((trx) => until(trx, { kind: "post", team: "T2" }));
    expect((await within).rows).toEqual([]);
    expect(built).toBe(1);
    const other = opened("T3");
    expect((await until(other, { team: "T3", kind: "post" })).rows).toEqual([{ until: 1 }]);
    await Promise.all([db.destroy(), other.destroy()]);
  });

  test("tells how many rows it wrote, and writes nothing as nothing", async () => {
    const hold = compiled((db, { team, until }: { team: string; until: number }) =>
      db.updateTable("hold").set({ until }).where("team_id", "=", team),
    );
    const db = opened("T2");
    expect((await hold(db, { team: "T2", until: 7 })).changed).toBe(2);
    expect((await hold(db, { team: "T9", until: 7 })).changed).toBe(0);
    await db.destroy();
  });

  test("says so when its values are taken all together, which would leave them out", async () => {
    const all = compiled((db, given: { team_id: string }) =>
      db
        .selectFrom("hold")
        .selectAll()
        .where((eb) => eb.and({ ...given })),
    );
    const db = opened("T1");
    await expect(all(db, { team_id: "T1" })).rejects.toThrow("by its name");
    await db.destroy();
  });
});
