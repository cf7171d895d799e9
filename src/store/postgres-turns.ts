import { createHash } from "node:crypto";
import { CompiledQuery, type Dialect } from "kysely";
import pLimit from "p-limit";
import { oneByOne } from "./one-by-one.ts";
import type { Opened } from "./opened.ts";
import { transactOn } from "./transact.ts";

/**
 * Transactions that go on at once. The other connections of the pool are left to single statements: what is written
 * down before Slack is answered waits for nobody's turn.
 */
const AT_ONCE = 6;

/**
 * One transaction at a time for each workspace. Within an instance they queue before they take a connection, so that
 * a busy workspace leaves the others theirs; between instances they wait for a lock that ends with the transaction.
 */
export async function turnsIn(dialect: Dialect, schema: string): Promise<Opened["inTurn"]> {
  const driver = dialect.createDriver();
  await driver.init();
  const transact = transactOn(dialect, driver, true);
  const queue = oneByOne();
  const fewAtOnce = pLimit(AT_ONCE);
  const alone: Opened["inTurn"] = async (team, work) => {
    const connection = await driver.acquireConnection();
    const begin = async () => void (await connection.executeQuery(beginLocked(schema, team)));
    return transact(connection, begin, work).finally(() => driver.releaseConnection(connection));
  };
  return (team, work) => queue(team, () => fewAtOnce(() => alone(team, work)));
}

// In one message to the database. Each statement after it sees what was committed before it, and so before the lock was
// had.
const beginLocked = (schema: string, team: string) =>
  CompiledQuery.raw(
    `begin isolation level read committed; select pg_advisory_xact_lock(${keyOf(schema, team)})`,
  );

// Two names that share a number would only wait for each other.
const keyOf = (schema: string, team: string): bigint =>
  createHash("sha256")
    .update(JSON.stringify([schema, team]))
    .digest()
    .readBigInt64BE();
