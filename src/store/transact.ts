import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SingleConnectionProvider,
  Transaction,
} from "kysely";
import type { Tables } from "./tables.ts";

// Kysely asks anew for every query who may have the connection; a transaction has it until it is over.
class Straight extends DefaultQueryExecutor {
  #connection: DatabaseConnection;
  #isPipelined: boolean;
  #sent: Promise<unknown>[] = [];
  isOver = false;

  constructor(parts: Parts, connection: DatabaseConnection, isPipelined: boolean) {
    super(...parts, new SingleConnectionProvider(connection));
    this.#connection = connection;
    this.#isPipelined = isPipelined;
  }

  override async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isOver) throw new Error("A query came after its transaction was over.");
    return this.#connection.executeQuery(query);
  }

  /** Waits for what was sent only where the next cannot be sent before that. */
  async sent(under: Promise<unknown>): Promise<void> {
    if (!this.#isPipelined || this.isOver) return void (await under);
    under.catch(() => {});
    this.#sent.push(under);
  }

  /** Waits for everything that was sent. */
  arrived = () => Promise.all(this.#sent);

  /** What went wrong first with what was sent, which is why everything after it did. */
  async failure(): Promise<{ reason: unknown } | undefined> {
    const all = await Promise.allSettled(this.#sent);
    return all.find((one) => one.status === "rejected");
  }
}

type Parts = [ReturnType<Dialect["createQueryCompiler"]>, ReturnType<Dialect["createAdapter"]>];

/**
 * Has a query done that nobody needs to hear of. Where connections take one query after the other, a transaction does
 * not wait for it; when it fails, the transaction does.
 */
export async function send(db: Kysely<Tables>, query: CompiledQuery): Promise<void> {
  const executor = db.getExecutor();
  const under = db.executeQuery(query);
  await (executor instanceof Straight ? executor.sent(under) : under);
}

/** Does work in a transaction on a connection, which `begin` opens; all of it happens, or nothing. */
export type Transact = <Found>(
  connection: DatabaseConnection,
  begin: () => Promise<void>,
  work: (trx: Transaction<Tables>) => Promise<Found>,
) => Promise<Found>;

/**
 * Transactions as `db.transaction()` gives them, with less ado.
 * @param isPipelined whether a connection takes a query before it has answered the last, and undoes everything at the
 * end of a transaction in which one has failed, as PostgreSQL does.
 */
export function transactOn(dialect: Dialect, driver: Driver, isPipelined = false): Transact {
  // What is compiled for one is good for all.
  const parts: Parts = [dialect.createQueryCompiler(), dialect.createAdapter()];
  return async (connection, begin, work) => {
    const executor = new Straight(parts, connection, isPipelined);
    try {
      await executor.sent(begin());
      const found = await work(new Transaction<Tables>({ config: { dialect }, dialect, driver, executor }));
      await executor.sent(driver.commitTransaction(connection));
      await executor.arrived();
      return found;
    } catch (error) {
      const failure = (await executor.failure()) ?? { reason: error };
      // Where the database has undone everything by itself, there is nothing left to undo.
      await driver.rollbackTransaction(connection).catch(() => {});
      throw failure.reason;
    } finally {
      executor.isOver = true;
    }
  };
}
