import { setTimeout } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { groupCommit, WriteLost } from "../../src/store/group-commit.ts";
import { openSqlite } from "../../src/store/sqlite.ts";

/** A database that only notes what it is asked; commits fail as often as told. */
function noted(failing = 0) {
  const asked: string[] = [];
  let open = false;
  let failures = failing;
  return {
    asked,
    end: () => {
      open = false;
    },
    begin: () => {
      open = true;
      asked.push("begin");
    },
    commit: () => {
      if (failures-- > 0) throw new Error("the disk is full");
      open = false;
      asked.push("commit");
    },
    rollback: () => {
      open = false;
      asked.push("rollback");
    },
    isOpen: () => open,
  };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe("group commit", () => {
  it("gives the connection to one at a time, in the order in which they came, and commits once for all", async () => {
    const database = noted();
    const { enter, leave } = groupCommit(database);
    const use = async (name: string) => {
      await enter();
      database.asked.push(`${name} has it`);
      await nextTurn();
      database.asked.push(`${name} leaves`);
      const durable = leave();
      await durable;
      database.asked.push(`${name} is told`);
    };
    await Promise.all(["Ada", "Ben"].map(use));
    expect(database.asked).toEqual([
      "begin",
      "Ada has it",
      "Ada leaves",
      "Ben has it",
      "Ben leaves",
      "commit",
      "Ada is told",
      "Ben is told",
    ]);
  });

  it("lets what is for later wait for the next commit, and not for long where none comes", async () => {
    const database = noted();
    const { enter, leave } = groupCommit(database);
    const use = async (name: string, isForLater: boolean) => {
      await enter(isForLater);
      database.asked.push(name);
      await leave();
    };
    await use("Ada, later", true);
    await nextTurn();
    await use("Ben, later", true);
    expect(database.asked).toEqual(["begin", "Ada, later", "Ben, later"]);
    await use("Cleo", false);
    expect(database.asked.slice(3)).toEqual(["Cleo", "commit"]);
    await use("Dora, later", true);
    await enter(true);
    await setTimeout(80);
    // Nothing is committed in the middle of somebody's work.
    expect(database.asked.slice(5)).toEqual(["begin", "Dora, later"]);
    await leave();
    await vi.waitUntil(() => database.asked.at(-1) === "commit");
    expect(database.asked.slice(5)).toEqual(["begin", "Dora, later", "commit"]);
  });

  it("commits for those who came first when there is no end of others", async () => {
    const database = noted();
    const { enter, leave } = groupCommit(database);
    let told = 0;
    const use = async () => {
      await enter();
      const since = performance.now();
      while (performance.now() - since < 2);
      await leave();
      told += 1;
      if (told < 20) await use();
    };
    await Promise.all([use(), use(), use()]);
    expect(database.asked.filter((one) => one === "commit").length).toBeGreaterThan(1);
  });

  it("tells everybody in a commit that failed, and nobody after it", async () => {
    const database = noted(1);
    const { enter, leave } = groupCommit(database);
    const use = async () => {
      await enter();
      await leave();
    };
    const outcomes = await Promise.allSettled([use(), use()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(database.asked.at(-1)).toBe("rollback");
    await expect(use()).resolves.toBeUndefined();
  });

  it("tells everybody whose work the database threw away", async () => {
    const database = noted();
    const { enter, leave } = groupCommit(database);
    const first = enter().then(leave);
    const second = enter().then(() => {
      database.end();
      return leave();
    });
    await expect(first).rejects.toBeInstanceOf(WriteLost);
    await expect(second).rejects.toBeInstanceOf(WriteLost);
    await expect(enter().then(leave)).resolves.toBeUndefined();
  });

  it("lets the next one try where no transaction could be opened", async () => {
    const database = noted();
    let refused = 1;
    const { enter, leave } = groupCommit({
      ...database,
      begin: () => {
        if (refused-- > 0) throw new Error("the file is gone");
        database.begin();
      },
    });
    const first = enter();
    const second = enter().then(leave);
    await expect(first).rejects.toThrow("the file is gone");
    await expect(second).resolves.toBeUndefined();
  });
});

describe("transactions that share a commit", () => {
  const due = (subject: string) => ({ team_id: "T1", kind: "idle", subject, at: 1 });

  it("are undone alone when their work fails", async () => {
    const { db, inTurn, close } = await openSqlite(":memory:");
    const write = (subject: string, fails = false) =>
      inTurn("T1", async (trx) => {
        await trx.insertInto("due").values(due(subject)).execute();
        if (fails) throw new Error("on second thoughts");
      });
    const outcomes = await Promise.allSettled([write("one"), write("two", true), write("three")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    const rows = await db.selectFrom("due").select("subject").orderBy("subject").execute();
    expect(rows.map(({ subject }) => subject)).toEqual(["one", "three"]);
    await close();
  });

  it("take no query any more once they are over", async () => {
    const { inTurn, close } = await openSqlite(":memory:");
    const kept = await inTurn("T1", async (trx) => trx);
    await expect(kept.insertInto("due").values(due("late")).execute()).rejects.toThrow(
      "A query came after its transaction was over.",
    );
    await close();
  });

  it("are there for Kysely's own transactions too", async () => {
    const { db, close } = await openSqlite(":memory:");
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto("due").values(due("one")).execute();
      throw new Error("on second thoughts");
    });
    const single = db.insertInto("due").values(due("two")).execute();
    await expect(failing).rejects.toThrow("on second thoughts");
    await single;
    expect(await db.selectFrom("due").select("subject").execute()).toEqual([{ subject: "two" }]);
    await close();
  });
});
