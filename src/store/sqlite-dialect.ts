import type Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  type QueryResult,
  SingleConnectionProvider,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  Transaction,
} from "kysely";
import type { GroupCommit } from "./group-commit.ts";
import type { Tables } from "./tables.ts";

const MOST_STATEMENTS = 500;

/** The connection to an open database; each statement is prepared once, which takes longer than running most of them. */
export function connectionTo(database: Database.Database): DatabaseConnection {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (statements.size >= MOST_STATEMENTS) statements.clear();
    statements.set(sql, statement);
    return statement;
  };
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => {
      const statement = prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters) as Row[] };
      const { changes } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    },
    streamQuery: () => {
      throw new Error("The store is not read piece by piece.");
    },
  };
}

// The connection is waited for by the group commit, so Kysely need not queue for it a second time.
class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true;
  }
}

// Each piece of work can be undone alone, whatever else the transaction holds that it stands in.
const [BEGIN, KEEP, UNDO] = ["savepoint work", "release work", "rollback to work"].map((sql) =>
  CompiledQuery.raw(sql),
) as [CompiledQuery, CompiledQuery, CompiledQuery];

/** How Kysely speaks to a database whose commits are shared. */
export function sqliteDialect(connection: DatabaseConnection, group: GroupCommit): Dialect {
  // What is compiled for one is good for all.
  const adapter = new Adapter();
  const run = async (query: CompiledQuery) => void (await connection.executeQuery(query));
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => {
      await group.enter();
      return connection;
    },
    releaseConnection: () => group.leave(),
    beginTransaction: () => run(BEGIN),
    commitTransaction: () => run(KEEP),
    rollbackTransaction: async () => {
      await run(UNDO);
      await run(KEEP);
    },
    destroy: async () => {},
  };
  return {
    createAdapter: () => adapter,
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

// Kysely asks anew for every query who may have the connection; a transaction has it until it is over.
class Straight extends DefaultQueryExecutor {
  #connection: DatabaseConnection;
  isOver = false;

  constructor(dialect: Dialect, connection: DatabaseConnection) {
    super(dialect.createQueryCompiler(), dialect.createAdapter(), new SingleConnectionProvider(connection));
    this.#connection = connection;
  }

  override async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isOver) throw new Error("A query came after its transaction was over.");
    return this.#connection.executeQuery(query);
  }
}

/** Gives each piece of work a transaction, one after another, as `db.transaction()` does but with less ado. */
export function turnsOn(dialect: Dialect, connection: DatabaseConnection, group: GroupCommit) {
  const driver = dialect.createDriver();
  const attempt = async <Found>(work: (trx: Transaction<Tables>) => Promise<Found>): Promise<Found> => {
    const executor = new Straight(dialect, connection);
    await driver.beginTransaction(connection, {});
    try {
      const found = await work(new Transaction<Tables>({ config: { dialect }, dialect, driver, executor }));
      await driver.commitTransaction(connection);
      return found;
    } catch (error) {
      // Where the database has undone everything by itself, there is nothing left to undo.
      await driver.rollbackTransaction(connection).catch(() => {});
      throw error;
    } finally {
      executor.isOver = true;
    }
  };
  return async <Found>(work: (trx: Transaction<Tables>) => Promise<Found>): Promise<Found> => {
    await group.enter();
    let found: Found;
    try {
      found = await attempt(work);
    } catch (error) {
      group.leave().catch(() => {});
      throw error;
    }
    await group.leave();
    return found;
  };
}
