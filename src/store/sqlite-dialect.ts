import type Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Transaction,
} from "kysely";
import type { GroupCommit } from "./group-commit.ts";
import type { Tables } from "./tables.ts";
import { transactOn } from "./transact.ts";

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

// SQLite plans some statements anew whenever a value changes that it might plan by, which takes longer than to run
// them. It does not look at what an operator gives; this one changes nothing.
class QueryCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder() {
    return "+?";
  }
}

// Each piece of work can be undone alone, whatever else the transaction holds that it stands in.
const [BEGIN, KEEP, UNDO] = ["savepoint work", "release work", "rollback to work"].map((sql) =>
  CompiledQuery.raw(sql),
) as [CompiledQuery, CompiledQuery, CompiledQuery];

/** How Kysely speaks to a database whose commits are shared; for later, they wait for the next. */
export function sqliteDialect(
  connection: DatabaseConnection,
  group: GroupCommit,
  isForLater = false,
): Dialect {
  // What is compiled for one is good for all.
  const adapter = new Adapter();
  const run = async (query: CompiledQuery) => void (await connection.executeQuery(query));
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => {
      await group.enter(isForLater);
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
    createQueryCompiler: () => new QueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Gives each piece of work a transaction, one after another. */
export function turnsOn(dialect: Dialect, connection: DatabaseConnection, group: GroupCommit) {
  const driver = dialect.createDriver();
  const transact = transactOn(dialect, driver);
  const begin = () => driver.beginTransaction(connection, {});
  return async <Found>(work: (trx: Transaction<Tables>) => Promise<Found>): Promise<Found> => {
    await group.enter();
    let found: Found;
    try {
      found = await transact(connection, begin, work);
    } catch (error) {
      group.leave().catch(() => {});
      throw error;
    }
    await group.leave();
    return found;
  };
}
