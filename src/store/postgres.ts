import { Kysely, sql } from "kysely";
import { type ClientBase, Pool, types } from "pg";
import { again, wasCut } from "./again.ts";
import { migrate, type Opened } from "./opened.ts";
import { plainText } from "./plain-text.ts";
import { OwnSchemaDialect } from "./postgres-dialect.ts";
import { turnsIn } from "./postgres-turns.ts";
import { giveSignOfLife, withoutSign } from "./sign-of-life.ts";
import type { Tables } from "./tables.ts";
import { breakingOff, PAUSE, watchWay } from "./watch-way.ts";

/** Whether a store's address names a PostgreSQL database and not a file. */
export const isPostgres = (address: string) => /^postgres(?:ql)?:\/\//.test(address);

/** The database cannot be used: nobody answers, it does not let us in, or it is not what we need. */
export class DatabaseOutOfReach extends Error {
  /** Whether it may be there in a moment, as one is that is just being started. */
  readonly mayCome: boolean;
  constructor(address: string, why: string, mayCome = false) {
    super(`The database at ${withoutSecrets(address)} cannot be used: ${why} Check DATABASE_URL.`);
    this.mayCome = mayCome;
  }
}

/** The oldest PostgreSQL that the store is tested with. */
const OLDEST = 15;
/** With the one that is for later and the sign of life, an instance takes up to eleven. */
const MOST_CONNECTIONS = 9;

const wayTo = (address: string) => ({
  connectionString: address,
  application_name: "tightrope",
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});

/**
 * Opens a store in PostgreSQL, in the first schema of the search path; several instances may do so at once.
 * @param address such as postgres://user:password@host:5432/database.
 * @param pause ms from one question to the next whether the database still answers; given, so that tests need not wait.
 * @throws {DatabaseOutOfReach} when it cannot be reached or used.
 */
export async function openPostgres(address: string, pause = PAUSE): Promise<Opened> {
  const pool = poolFor(address, MOST_CONNECTIONS);
  const hasty = poolFor(address, 1, "set synchronous_commit = off");
  const breakOff = breakingOff(pool, hasty);
  const dialect = new OwnSchemaDialect({ pool });
  const db = new Kysely<Tables>({ dialect });
  const later = new Kysely<Tables>({ dialect: new OwnSchemaDialect({ pool: hasty }) });
  const end = () => Promise.all([db.destroy(), later.destroy()]);
  try {
    const schema = await whereIn(address, db);
    await migrate(db.withPlugin(plainText), schema);
    const inTurn = await turnsIn(dialect, schema);
    // Last, as it goes on by itself: whoever opens the store again after a failure leaves none behind.
    const life = await giveSignOfLife(wayTo(address));
    const cut = () => {
      life.cut();
      breakOff();
    };
    const stopWatching = watchWay(life.answers, cut, pause);
    return {
      db,
      later,
      inTurn,
      name: life.name,
      gone: () => withoutSign(db),
      isSeen: life.isSeen,
      ensureInPlace: () => {},
      again,
      close: async () => {
        await end();
        stopWatching();
        await life.end();
        breakOff();
      },
    };
  } catch (error) {
    await end();
    throw outOfReach(address, error);
  }
}

/** Connects to a database, and changes nothing there. */
export const connect = (address: string): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new OwnSchemaDialect({ pool: poolFor(address, MOST_CONNECTIONS) }) });

// Connections that begin by saying something to the database, if anything.
function poolFor(address: string, most: number, first?: string): Pool {
  const pool = new Pool({
    ...wayTo(address),
    max: most,
    // A connection takes the next query before it has answered the last.
    pipeline: true,
    ...(first ? { onConnect: (client: ClientBase) => client.query(first) } : {}),
    connectionTimeoutMillis: 5_000,
    // Whoever vanishes in the middle of a transaction must not hold up a workspace for ever.
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser: (id, format) => NUMBERS.get(id) ?? types.getTypeParser(id, format) },
  });
  // A connection that breaks is replaced when the next one is needed; whoever was using it hears of it from their query.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

// Instants, counts and sums, all far below 2^53; pg would give them as text.
const NUMBERS = new Map([types.builtins.INT8, types.builtins.NUMERIC].map((id) => [id, Number] as const));

async function whereIn(address: string, db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ schema: string | null; version: number; encoding: string }>`
    select current_schema() as schema, current_setting('server_version_num')::int as version,
      current_setting('server_encoding') as encoding`.execute(db);
  const [{ schema, version, encoding } = neverEmpty()] = rows;
  const major = Math.floor(version / 10_000);
  if (major < OLDEST)
    throw new DatabaseOutOfReach(address, `it is PostgreSQL ${major}, and ${OLDEST} or newer is needed.`);
  if (encoding !== "UTF8")
    throw new DatabaseOutOfReach(address, `it keeps text as ${encoding}, and UTF8 is needed.`);
  if (schema === null) throw new DatabaseOutOfReach(address, "no schema of its search path is there.");
  return schema;
}

function neverEmpty(): never {
  throw new Error("A query for one row gave none.");
}

const WHY: Record<string, string> = {
  ECONNREFUSED: "nobody answers there.",
  ENOENT: "nobody answers there.",
  ENOTFOUND: "there is no such host.",
  EAI_AGAIN: "its host cannot be found just now.",
  ETIMEDOUT: "it does not answer in time.",
  EHOSTUNREACH: "there is no way to its host.",
  ENETUNREACH: "there is no way to its host.",
  ECONNRESET: "it broke off the connection.",
  ERR_INVALID_URL: "that is no address such as postgres://user:password@host:5432/database.",
  "28P01": "it does not accept the user or the password.",
  "28000": "it does not let this user in.",
  "3D000": "there is no such database.",
  "3F000": "no schema of its search path is there.",
  "42501": "this user may not make tables in it.",
  "25006": "it can only be read.",
  "53100": "its disk is full.",
  "53300": "it has no connection left.",
  "57P01": "it is just starting or stopping.",
  "57P02": "it is just starting or stopping.",
  "57P03": "it is just starting or stopping.",
  "no SSL": "it offers no encrypted connection.",
  "no file": "a file that its address names cannot be read.",
};

// Nobody listens yet, it is just starting, the network is only coming up, or others still have all its connections.
const COMES =
  /^(?:57P0[123]|53300|ECONN(?:REFUSED|RESET)|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;

/** The same error in words that say what to do, where we know what it means. */
export function outOfReach(address: string, error: unknown): unknown {
  const code = codeOf(error);
  const why = code === undefined ? undefined : WHY[code];
  return why ? new DatabaseOutOfReach(address, why, COMES.test(code ?? "")) : error;
}

// What the database or the way to it says by a code; and by the one that is nearest where it has only words.
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/timeout exceeded|connection timeout/.test(error.message)) return "ETIMEDOUT";
  if (/does not support SSL/.test(error.message)) return "no SSL";
  if (/password must be a string|no password/i.test(error.message)) return "28P01";
  // A certificate or a key that the address names; a socket that is not there is no file to open.
  if ("syscall" in error && error.syscall === "open") return "no file";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code in WHY) return code;
  return wasCut(error) ? "ECONNRESET" : undefined;
}

function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return "the address given";
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`;
}
