import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  type QueryResult,
  SingleConnectionProvider,
  Transaction,
} from "kysely";
import type { Tables } from "./tables.ts";

// Kysely asks anew for every query who may have the connection; a transaction has it until it is over.
class Straight extends DefaultQueryExecutor {
  #connection: DatabaseConnection;
  isOver = false;

  constructor(parts: Parts, connection: DatabaseConnection) {
    super(...parts, new SingleConnectionProvider(connection));
    this.#connection = connection;
  }

  override async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isOver) throw new Error("A query came after its transaction was over.");
    return this.#connection.executeQuery(query);
  }
}

type Parts = [ReturnType<Dialect["createQueryCompiler"]>, ReturnType<Dialect["createAdapter"]>];

/** Does work in a transaction on a connection, which `begin` opens; all of it happens, or nothing. */
export type Transact = <Found>(
  connection: DatabaseConnection,
  begin: () => Promise<void>,
  work: (trx: Transaction<Tables>) => Promise<Found>,
) => Promise<Found>;

/** Transactions as `db.transaction()` gives them, with less ado. */
export function transactOn(dialect: Dialect, driver: Driver): Transact {
  // What is compiled for one is good for all.
  const parts: Parts = [dialect.createQueryCompiler(), dialect.createAdapter()];
  return async (connection, begin, work) => {
    const executor = new Straight(parts, connection);
    try {
      await begin();
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
}
