import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { Client, type ClientConfig } from "pg";
import { HOLDERS } from "./holder.ts";
import type { Tables } from "./tables.ts";

/** A lock that ends with this process, by which the other instances see that it lives. */
export type SignOfLife = {
  /** What the others know it by: a number of 62 bits, as text. */
  name: string;
  /** Whether the others see it just now. */
  isSeen(): boolean;
  end(): Promise<void>;
};

const PAUSE = 100;

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
    const next = new Client({ ...config, keepAlive: true });
    next.on("error", () => {});
    try {
      await next.connect();
      await next.query("select pg_advisory_lock($1::bigint)", [name]);
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
    if (ended) await client?.end().catch(() => {});
  };

  await give();
  return {
    name,
    isSeen: () => seen,
    end: async () => {
      ended = true;
      await client?.end().catch(() => {});
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
