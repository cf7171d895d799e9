import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPostgres } from "../../src/store/postgres.ts";
import { storeOn } from "../../src/store/store.ts";
import { asked, freshSchema, POSTGRES } from "./own-schema.ts";
import { type SilentWay, silentWay } from "./silent-way.ts";
import { next, taken, textOf } from "./stores.ts";

describe.skipIf(!POSTGRES.isThere)("a way to PostgreSQL that is cut silently", () => {
  const PAUSE = 100;
  let way: SilentWay;
  beforeEach(async () => {
    const address = new URL(await freshSchema());
    // What the database still has of a transaction that was cut is undone by it after a moment.
    address.searchParams.set("idle_in_transaction_session_timeout", "300");
    way = await silentWay(address.href);
  });
  afterEach(() => way.close());

  const open = () => openPostgres(way.address, PAUSE);

  it("is noticed, and what was under way is done again on another connection", async () => {
    const opened = await open();
    let attempts = 0;
    const asking = opened.again(async () => {
      attempts += 1;
      const answer = sql<{ here: number }>`select 1 as here from pg_sleep(0.05)`.execute(opened.db);
      if (attempts === 1) setTimeout(way.fallSilent, 20);
      return (await answer).rows;
    }, 5_000);
    expect(await asking).toEqual([{ here: 1 }]);
    expect(attempts).toBe(2);
    await opened.close();
  });

  it("has no work lost, nor done twice", async () => {
    const opened = await open();
    const store = storeOn(opened, Date.now);
    let attempts = 0;
    await store.once({ team: "T1", id: "Ev1" }, async (desk) => {
      attempts += 1;
      await desk.send("T1", "D1", { text: "Hello" });
      if (attempts === 1) way.fallSilent();
    });
    expect(attempts).toBe(2);
    await expect.poll(opened.isSeen).toBe(true);
    expect(textOf(await taken(store, "D1"))).toBe("Hello");
    expect(await next(store, "D1")).not.toHaveProperty("send");
    await store.close();
  });

  it("has the sign of life given anew, though the database still has the former", async () => {
    const opened = await open();
    const signs = () =>
      asked(way.address, async (client) => {
        const { rows } = await client.query(
          "select 1 from pg_locks where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint)::text = $1",
          [opened.name],
        );
        return rows.length;
      });
    expect([opened.isSeen(), await signs()]).toEqual([true, 1]);
    way.fallSilent();
    await expect.poll(opened.isSeen).toBe(false);
    await expect.poll(opened.isSeen, { timeout: 2_000 }).toBe(true);
    expect(await signs()).toBe(2);
    await opened.close();
  });

  it("is not suspected while the database answers, however long a question takes", async () => {
    const opened = await open();
    const { rows } = await sql<{ here: number }>`select 1 as here from pg_sleep(0.8)`.execute(opened.db);
    expect(rows).toEqual([{ here: 1 }]);
    await opened.close();
  });

  it("is not suspected by a process that stood still itself", async () => {
    const opened = await open();
    const asking = sql<{ here: number }>`select 1 as here from pg_sleep(0.9)`.execute(opened.db);
    for (let times = 0; times < 2; times += 1) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE / 2));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE * 4);
    }
    expect((await asking).rows).toEqual([{ here: 1 }]);
    expect(opened.isSeen()).toBe(true);
    await opened.close();
  });

  it("does not hold up a store that is closed", async () => {
    const opened = await open();
    await sql`select 1`.execute(opened.db);
    way.fallSilent();
    const began = performance.now();
    await opened.close();
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
