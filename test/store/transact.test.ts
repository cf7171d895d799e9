import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import { describe, expect, it } from "vitest";
import { compiled, compiledToSend } from "../../src/store/compiled.ts";
import { transactOn } from "../../src/store/transact.ts";

const note = compiledToSend((db, { until }: { until: number }) => db.updateTable("hold").set({ until }));
const look = compiled((db, _: object) => db.selectFrom("hold").select("until"));

describe("a transaction on a connection that takes one query after the other", () => {
  it("waits only for what is asked", async () => {
    const database = slowDatabase();
    const over = transactOn(DIALECT, new Ending(), true)(database.connection, database.begin, async (trx) => {
      await note(trx, { until: 1 });
      await note(trx, { until: 2 });
      const { rows } = await look(trx, {});
      await note(trx, { until: 3 });
      return rows.length;
    });
    await soon();
    expect(database.asked).toEqual(["begin", "update 1", "update 2", "select"]);
    database.answer();
    await soon();
    expect(database.asked).toEqual(["update 3", "commit"]);
    database.answer();
    expect(await over).toBe(0);
  });

  it("fails with what went wrong first, and is undone", async () => {
    const database = slowDatabase();
    const work = transactOn(DIALECT, new Ending(), true)(database.connection, database.begin, async (trx) => {
      await note(trx, { until: 1 });
      return look(trx, {});
    });
    const failed = expect(work).rejects.toThrow("no room for 1");
    await soon();
    database.refuse("no room for 1", "the transaction is aborted");
    await soon();
    expect(database.asked).toEqual(["rollback"]);
    database.answer();
    await failed;
  });

  it("hears of a last query that fails, although nobody asked about it", async () => {
    const database = slowDatabase();
    const work = transactOn(DIALECT, new Ending(), true)(database.connection, database.begin, (trx) =>
      note(trx, { until: 1 }),
    );
    const failed = expect(work).rejects.toThrow("no room for 1");
    await soon();
    expect(database.asked).toEqual(["begin", "update 1", "commit"]);
    database.refuse("no room for 1", "nothing to commit");
    await soon();
    database.answer();
    await failed;
  });

  it("says so when a query comes too late", async () => {
    const database = slowDatabase();
    let late = async () => {};
    const over = transactOn(DIALECT, new Ending(), true)(database.connection, database.begin, async (trx) => {
      late = () => note(trx, { until: 1 });
    });
    await soon();
    database.answer();
    await over;
    await expect(late()).rejects.toThrow("after its transaction was over");
  });
});

describe("a transaction on any other connection", () => {
  it("waits for each query", async () => {
    const database = slowDatabase();
    const over = transactOn(DIALECT, new Ending())(database.connection, database.begin, (trx) =>
      note(trx, { until: 1 }),
    );
    for (const one of ["begin", "update 1", "commit"]) {
      await soon();
      expect(database.asked).toEqual([one]);
      database.answer();
    }
    await over;
  });
});

class Dialect extends PostgresDialect {
  override createAdapter = () => new PostgresAdapter();
  override createQueryCompiler = () => new PostgresQueryCompiler();
}

const DIALECT = new Dialect({ pool: () => Promise.reject(new Error("There is no database.")) });

class Ending extends DummyDriver {
  override commitTransaction = (connection?: DatabaseConnection) => asked(connection, "commit");
  override rollbackTransaction = (connection?: DatabaseConnection) => asked(connection, "rollback");
}

const asked = async (connection: DatabaseConnection | undefined, sql: string) =>
  void (await connection?.executeQuery({ sql, parameters: [] } as unknown as CompiledQuery));

// A database that answers everything it was asked so far, and only when it is told to.
function slowDatabase() {
  let waiting: { sql: string; answer: PromiseWithResolvers<QueryResult<never>> }[] = [];
  const connection: DatabaseConnection = {
    executeQuery: <Row>({ sql, parameters }: CompiledQuery) => {
      const answer = Promise.withResolvers<QueryResult<never>>();
      waiting.push({ sql: [sql.split(" ")[0], ...parameters].join(" "), answer });
      return answer.promise as Promise<QueryResult<Row>>;
    },
    streamQuery: () => {
      throw new Error("Nobody reads piece by piece here.");
    },
  };
  return {
    connection,
    begin: () => asked(connection, "begin"),
    get asked() {
      return waiting.map(({ sql }) => sql);
    },
    answer: () => {
      for (const { answer } of waiting.splice(0)) answer.resolve({ rows: [] });
    },
    /** The first is answered, and everything after it refused, each for a reason of its own. */
    refuse: (...reasons: string[]) => {
      const [first, ...others] = waiting;
      waiting = [];
      first?.answer.resolve({ rows: [] });
      for (const [at, { answer }] of others.entries()) answer.reject(new Error(reasons[at]));
    },
  };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));
