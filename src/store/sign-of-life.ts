import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { Client, type ClientConfig } from "pg";
import { HOLDERS } from "./holder.ts";
import type { Tables } from "./tables.ts";
import { breakOff } from "./watch-way.ts";

/** A lock that ends with this process, by which the other instances see that it lives. */
export type SignOfLife = {
  /** What the others know it by: a number of 62 bits, as text. */
  name: string;
  /** Whether the others see it just now. */
  isSeen(): boolean;
  /** Whether the database answers where the sign is given. */
  answers(): Promise<boolean>;
  /** Breaks off the connection; the sign is given anew on another. */
  cut(): void;
  end(): Promise<void>;
};

const PAUSE = 100;
/** Longer than this (ms) nobody waits for a connection, nor for what is asked on it, nor to take leave. */
const PATIENCE = { connectionTimeoutMillis: 5_000, query_timeout: 10_000, leave: 1_000 };

// Shared with what the database may still have of a connection that was cut without its knowledge. After the loss of a
// machine it lets go in 20 seconds instead of two hours; one that is cut off and lives on has noticed by then.
const GIVE = `select pg_advisory_lock_shared($1::bigint),
  set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '2', false), set_config('tcp_user_timeout', '20000', false)`;

/**
 * Gives a sign of life for as long as the process lives, on a connection of its own that is had again when it breaks.
 * @throws what the database says the first time.
 */
export async function giveSignOfLife(config: ClientConfig): Promise<SignOfLife> {
  const name = (randomBytes(8).readBigUInt64BE() >> 2n).toString();
  let client: Client | undefined;
  let seen = false;
  let ended = false;

  const give = async () => {
    const { connectionTimeoutMillis, query_timeout } = PATIENCE;
    const next = new Client({ ...config, connectionTimeoutMillis, query_timeout });
    next.on("error", () => {});
    try {
      await next.connect();
      await next.query(GIVE, [name]);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    next.once("end", () => void regain());
    client = next;
    seen = true;
  };
  const regain = async () => {
    seen = false;
    for (let given = false; !given && !ended; ) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      given = await give().then(
        () => true,
        () => false,
      );
    }
    if (ended) await leave();
  };
  const cut = () => {
    seen = false;
    if (client) breakOff(client);
  };
  const leave = async () => {
    const late = setTimeout(cut, PATIENCE.leave);
    await client?.end().catch(() => {});
    clearTimeout(late);
  };

  await give();
  return {
    name,
    isSeen: () => seen,
    answers: async () => {
      if (!client || !seen) return false;
      return client.query("select 1").then(
        () => true,
        () => false,
      );
    },
    cut,
    end: async () => {
      ended = true;
      await leave();
    },
  };
}

/** The instances that hold something and give no sign of life. */
export async function withoutSign(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from (${HOLDERS}) as holders where name not in (
      select ((classid::bigint << 32) | objid::bigint)::text from pg_locks
      where locktype = 'advisory' and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())
    )`.execute(db);
  return rows.map(({ name }) => name);
}
