import type { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskOn } from "../../../src/store/desk.ts";
import type { Opened } from "../../../src/store/opened.ts";
import { openPostgres } from "../../../src/store/postgres.ts";
import { EVERY_TABLE } from "../../../src/store/purge-workspace.ts";
import { openSqlite } from "../../../src/store/sqlite.ts";
import { storeOn } from "../../../src/store/store.ts";
import type { Tables } from "../../../src/store/tables.ts";
import { freshSchema, POSTGRES } from "../own-schema.ts";
import { DESK_CALLS } from "./desk-calls.ts";
import { fill, LEFT } from "./fill.ts";
import { ASKED } from "./objects.ts";
import { FOR_ALL, STORE_CALLS } from "./store-calls.ts";

const ENGINES: (readonly [name: string, open: () => Promise<Opened>])[] = [
  ["SQLite", () => openSqlite(":memory:")],
  ...(POSTGRES.isThere ? [["PostgreSQL", async () => openPostgres(await freshSchema())] as const] : []),
];

const [OWN, OTHER] = ["T1", "T2"];
type Db = Kysely<Tables>;

type Rows = { own: string[]; other: string[] };

/** Every row of both workspaces; names that come by chance are alike. */
async function rowsIn(db: Db): Promise<Rows> {
  const found: Rows = { own: [], other: [] };
  for (const table of EVERY_TABLE)
    for (const row of await db.selectFrom(table).selectAll().execute())
      found[row.team_id === OWN ? "own" : "other"].push(`${table} ${JSON.stringify(row)}`);
  return { own: found.own.map(alike).sort(), other: found.other.map(alike).sort() };
}

const CHANCE = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const alike = (row: string) => row.replaceAll(CHANCE, "chance");

class TakenBack extends Error {}

/** What a call gives, and what stands in both workspaces after it; then all of it is taken back. */
async function outcome(db: Db, call: (trx: Db) => Promise<unknown>) {
  let found: { gave: string; after: Rows | undefined } | undefined;
  await db
    .transaction()
    .execute(async (trx) => {
      try {
        const gave = await call(trx);
        found = { gave: alike(JSON.stringify(gave) ?? "nothing"), after: await rowsIn(trx) };
      } catch (error) {
        // PostgreSQL does nothing more in a transaction in which something failed.
        found = { gave: `threw ${error instanceof Error ? error.message : error}`, after: undefined };
      }
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  if (!found) throw new Error("There is an outcome.");
  return found;
}

const functionsOf = (value: object, before = ""): string[] =>
  Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "function" ? [`${before}${name}`] : functionsOf(inner as object, `${before}${name}.`),
  );

describe.each(ENGINES)("a workspace beside another with the same ids, in %s", (_name, open) => {
  /** Nobody is there, one, the other, or both. */
  let rooms: { none: Opened; own: Opened; other: Opened; both: Opened };
  let untouched: Rows;
  beforeAll(async () => {
    rooms = { none: await open(), own: await open(), other: await open(), both: await open() };
    await fill(rooms.own.db, OWN);
    await fill(rooms.other.db, OTHER);
    for (const team of [OTHER, OWN]) await fill(rooms.both.db, team);
    untouched = await rowsIn(rooms.both.db);
  }, 60_000);
  afterAll(async () => {
    for (const room of Object.values(rooms)) await room.close();
  });

  /** Fails where the other can be told from what a call gives or leaves behind, or is changed by it. */
  const expectApart = async (call: (db: Db) => Promise<unknown>) => {
    const { none, own, other, both } = rooms;
    const [alone, beside] = [await outcome(own.db, call), await outcome(both.db, call)];
    const [empty, swapped] = [await outcome(none.db, call), await outcome(other.db, call)];
    const apart = ({ gave, after }: typeof alone) => ({ gave, own: after?.own });
    expect(apart(beside)).toEqual(apart(alone));
    expect(apart(swapped)).toEqual(apart(empty));
    if (beside.after) expect(beside.after.other).toEqual(untouched.other);
    if (swapped.after) expect(swapped.after.other).toEqual(untouched.other);
    return { alone, empty };
  };

  it.each(Object.entries(DESK_CALLS))("desk.%s sees and changes nothing of the other", async (name, call) => {
    const { alone, empty } = await expectApart((db) =>
      call(
        deskOn(db, () => ASKED, LEFT),
        OWN,
      ),
    );
    // Otherwise nothing would be shown by it. Flows are remembered, and have a claim of their own.
    if (name !== "versions.flowOf")
      expect([alone.gave, alone.after?.own]).not.toEqual([empty.gave, untouched.own]);
  });

  it.each(Object.entries(STORE_CALLS))(
    "store.%s sees and changes nothing of the other",
    async (_name, call) => {
      const inTurn: Opened["inTurn"] = (_team, work) => work(trx as Parameters<typeof work>[0]);
      let trx: Db = rooms.none.db;
      const { alone, empty } = await expectApart((db) => {
        trx = db;
        return call(
          storeOn({ ...rooms.none, db, later: db, inTurn }, () => ASKED),
          OWN,
        );
      });
      expect([alone.gave, alone.after?.own]).not.toEqual([empty.gave, untouched.own]);
    },
  );

  it("no function of the desk or the store is left out here", async () => {
    const { none } = rooms;
    const desk = deskOn(none.db, () => ASKED, LEFT);
    expect(functionsOf(desk).sort()).toEqual(Object.keys(DESK_CALLS).sort());
    const store = storeOn(none, () => ASKED);
    expect(functionsOf(store).sort()).toEqual([...Object.keys(STORE_CALLS), ...FOR_ALL].sort());
  });

  it("every table holds something of both, so that nothing is missed", () => {
    for (const rows of [untouched.own, untouched.other]) {
      const tables = new Set(rows.map((row) => row.split(" ")[0]));
      expect(EVERY_TABLE.filter((table) => !tables.has(table))).toEqual([]);
    }
  });

  it("what is for all workspaces hands each row on with whose it is", async () => {
    const { both } = rooms;
    const store = storeOn(both, () => ASKED);
    const left = await store.undone();
    expect(new Set(left.map(({ team }) => team))).toEqual(new Set([OWN, OTHER]));
    for (const { team, ...row } of left) expect(JSON.stringify(row).match(/of T\d/g)).toEqual([`of ${team}`]);
    const places = await store.placesToServe();
    for (const id of ["sending", "waiting"])
      expect(
        places
          .filter(({ channel }) => channel === `D-${id}`)
          .map(({ team }) => team)
          .sort(),
      ).toEqual([OWN, OTHER]);
    const due = await store.dueNow();
    expect(
      due
        .filter(({ kind }) => kind === "idle")
        .map(({ team }) => team)
        .sort(),
    ).toEqual([OWN, OTHER]);
    expect((await store.installed()).map(({ team }) => team)).toEqual([OWN, OTHER]);
  });

  it("the words of a flow are told only to a workspace that keeps them", async () => {
    const { both } = rooms;
    const desk = deskOn(both.db, () => ASKED, LEFT);
    const { hash } = (await desk.versions.byId(OTHER, "published")) ?? { hash: "" };
    expect((await desk.versions.flowOf({ team: OTHER, hash }))?.source).toContain(`of ${OTHER}`);
    expect(await desk.versions.flowOf({ team: OWN, hash })).toBeUndefined();
  });
});
