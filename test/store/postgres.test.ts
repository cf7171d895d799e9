import { createServer } from "node:net";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { wasCut } from "../../src/store/again.ts";
import { ForeignStore } from "../../src/store/opened.ts";
import { connect, DatabaseOutOfReach, openPostgres } from "../../src/store/postgres.ts";
import { readAppeals } from "../../src/store/read-appeals.ts";
import { openStore } from "../../src/store/store.ts";
import { canBeWritten } from "../../src/store/taps.ts";
import { asked, freshSchema, POSTGRES } from "./own-schema.ts";
import { next, taken, textOf } from "./stores.ts";

describe("a database that is not to be had", () => {
  it("is told in words, and without the password", async () => {
    const opening = openStore("postgres://tightrope:secret@127.0.0.1:1/practice");
    await expect(opening).rejects.toBeInstanceOf(DatabaseOutOfReach);
    await expect(opening).rejects.toThrow(
      "The database at 127.0.0.1:1/practice cannot be used: nobody answers there. Check DATABASE_URL.",
    );
    await expect(opening).rejects.not.toThrow("secret");
    await expect(readAppeals("postgres://127.0.0.1:1/practice")).rejects.toBeInstanceOf(DatabaseOutOfReach);
  });

  it("is given up after five seconds when nothing is ever answered", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port } = silent.address() as { port: number };
    await expect(openStore(`postgres://127.0.0.1:${port}/practice`)).rejects.toThrow(
      "does not answer in time",
    );
    silent.close();
  });

  it("is told in words, too, when it breaks off in the middle of its start", async () => {
    const starting = createServer((way) => way.destroy()).listen(0, "127.0.0.1");
    await new Promise((resolve) => starting.once("listening", resolve));
    const { port } = starting.address() as { port: number };
    await expect(openStore(`postgres://127.0.0.1:${port}/practice`)).rejects.toThrow(
      "cannot be used: it broke off the connection. Check DATABASE_URL.",
    );
    starting.close();
  });
});

describe.skipIf(!POSTGRES.isThere)("PostgreSQL (tested where TEST_DATABASE_URL names one)", () => {
  it("says what is wrong with a database, a user or a schema", async () => {
    const address = new URL(await freshSchema());
    const elsewhere = new URL(address);
    elsewhere.pathname = "/there_is_no_such_database";
    await expect(openStore(elsewhere.href)).rejects.toThrow("there is no such database.");
    const nowhere = new URL(address);
    nowhere.searchParams.set("options", "-c search_path=there_is_no_such_schema");
    await expect(openStore(nowhere.href)).rejects.toThrow("no schema of its search path is there.");
    const certified = new URL(address);
    certified.searchParams.set("sslrootcert", "/there/is/no/such/file");
    await expect(openStore(certified.href)).rejects.toThrow("a file that its address names cannot be read.");
    const readOnly = new URL(address);
    const path = readOnly.searchParams.get("options");
    readOnly.searchParams.set("options", `${path} -c default_transaction_read_only=on`);
    await expect(openStore(readOnly.href)).rejects.toThrow("it can only be read.");
  });

  it("is opened whatever becomes of other schemas of its database meanwhile", async () => {
    const address = await freshSchema();
    await (await openStore(address)).close();
    const other = await freshSchema();
    await asked(other, (client) => client.query("create table somebody_elses (id integer)"));
    const name = new URL(other).searchParams.get("options")?.replace("-c search_path=", "");
    const db = connect(address);
    // What is seen here was there before the other one went.
    const seen = await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (trx) => {
        await sql`select 1`.execute(trx);
        await asked(other, (client) => client.query(`drop schema ${name} cascade`));
        return trx.introspection.getTables();
      })
      .finally(() => db.destroy());
    expect(seen.map((table) => table.name)).toContain("outbox");
  });

  it("leaves a schema alone in which something else is kept", async () => {
    const address = await freshSchema();
    await asked(address, (client) => client.query("create table customer (name text)"));
    await expect(openStore(address)).rejects.toBeInstanceOf(ForeignStore);
    await asked(address, (client) =>
      client.query("create table kysely_migration (name text, timestamp text)"),
    );
    await asked(address, (client) =>
      client.query("insert into kysely_migration values ('another', 'today')"),
    );
    await expect(openStore(address)).rejects.toThrow("Something else is kept there");
  });

  it("is not taken for well while it can only be read", async () => {
    const address = await freshSchema();
    const store = await openStore(address);
    expect(await store.answers()).toBe(true);
    await store.close();
    const readOnly = new URL(address);
    readOnly.searchParams.set(
      "options",
      `${readOnly.searchParams.get("options")} -c default_transaction_read_only=on`,
    );
    const db = connect(readOnly.href);
    const failed = await canBeWritten(db, 1_000).catch((error: unknown) => error);
    expect(wasCut(failed)).toBe(true);
    await db.destroy();
  });

  it("is brought up to date once, by however many instances that start together", async () => {
    const address = await freshSchema();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(address)));
    await Promise.all(stores.map((store) => store.note({ team: "T1", id: "Ev1", body: {} })));
    expect((await Promise.all(stores.map((store) => store.undone()))).flat()).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
    const again = await openStore(address, () => Date.now() + 120_000);
    expect(await again.undone()).toHaveLength(1);
    await again.close();
  });

  it("orders text as the embedded store does, whatever language the machine speaks", async () => {
    const address = await freshSchema();
    await (await openStore(address)).close();
    const ruled = await asked(address, async (client) => {
      const { rows } = await client.query(
        `select table_name || '.' || column_name as name from information_schema.columns
          where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'`,
      );
      return rows;
    });
    expect(ruled).toEqual([]);
  });

  it("goes on after every connection was cut", async () => {
    const address = await freshSchema();
    const named = new URL(address);
    named.searchParams.set("application_name", "cut off");
    const store = await openStore(named.href);
    await store.note({ team: "T1", id: "Ev1", body: {} });
    await asked(address, (client) =>
      client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut off'",
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await store.undone()).toHaveLength(1);
    await store.close();
  });

  it("does work again whose connection was cut in the middle, and once", async () => {
    const address = await freshSchema();
    const named = new URL(address);
    named.searchParams.set("application_name", "cut off at work");
    const store = await openStore(named.href);
    let attempts = 0;
    await store.once({ team: "T1", id: "Ev1" }, async (desk) => {
      await desk.send("T1", "D1", { text: "Hello" });
      attempts += 1;
      if (attempts > 1) return;
      await asked(address, (client) =>
        client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut off at work'",
        ),
      );
      // The connection breaks while nothing is asked of it.
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(attempts).toBe(2);
    expect(textOf(await taken(store, "D1"))).toBe("Hello");
    expect(await next(store, "D1")).not.toHaveProperty("send");
    await store.close();
  });

  it("waits for the disk, but for what can be found out again", async () => {
    const opened = await openPostgres(await freshSchema());
    const waits = async (db: typeof opened.db) =>
      (await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(db)).rows;
    expect(await waits(opened.db)).toEqual([{ synchronous_commit: "on" }]);
    expect(await waits(opened.later)).toEqual([{ synchronous_commit: "off" }]);
    await opened.close();
  });

  it("takes no more connections than the runbook reckons with", async () => {
    const named = new URL(await freshSchema());
    named.searchParams.set("application_name", "counted");
    const store = await openStore(named.href);
    const asking = Array.from({ length: 40 }, (_, n) => [
      store.note({ team: `T${n}`, id: "Ev1", body: {} }),
      store.together(`T${n}`, async (desk) => desk.settings.of(`T${n}`)),
      store.sent({ team: `T${n}`, id: "O1" }, "1.1", true),
    ]);
    await Promise.all(asking.flat());
    const [counted] = await asked(named.href, async (client) => {
      const { rows } = await client.query<{ open: number }>(
        "select count(*)::int as open from pg_stat_activity where application_name = 'counted' and pid <> pg_backend_pid()",
      );
      return rows;
    });
    expect(counted?.open).toBe(11);
    await store.close();
  });

  it("writes down what comes in however many wait for their turn", async () => {
    const store = await openStore(await freshSchema());
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const turns = Array.from({ length: 20 }, (_, index) => store.together(`T${index}`, () => held));
    expect(await store.note({ team: "T1", id: "Ev1", body: {} })).toBe(false);
    letGo();
    await Promise.all(turns);
    await store.close();
  });
});
