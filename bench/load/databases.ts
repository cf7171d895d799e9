import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";

/** Places for stores that are made for the bench and go with it. */
export type Databases = {
  file(name: string): string;
  /** Makes an empty database; nothing where there is no PostgreSQL. */
  postgres: ((name: string) => Promise<string>) | undefined;
  close(): Promise<void>;
};

/** Finds a PostgreSQL in TEST_DATABASE_URL or DATABASE_URL, or else starts one where it is installed. */
export async function openDatabases(): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), "bench-load-"));
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  const started = given ? undefined : await startPostgres();
  const server = given ?? started?.address;
  const made: string[] = [];
  return {
    file: (name) => join(folder, `${name}.db`),
    postgres: server
      ? async (name) => {
          const database = `bench_${name}_${process.pid}`;
          await ask(server, `create database ${database}`);
          made.push(database);
          const address = new URL(server);
          address.pathname = `/${database}`;
          return address.href;
        }
      : undefined,
    close: async () => {
      for (const database of given ? made : [])
        await ask(server ?? "", `drop database ${database} with (force)`);
      started?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ask(address: string, sql: string): Promise<void> {
  const pool = new Pool({ connectionString: address, max: 1 });
  await pool.query(sql).finally(() => pool.end());
}

// It lives as long as the shell that started it, which waits for the end of its input. It survives power cuts as one
// that is not only measured has to.
function startPostgres(): Promise<{ address: string; stop(): void } | undefined> {
  const root = new URL("../..", import.meta.url).pathname;
  const shell = spawn("bash", ["-c", 'source .ci/own-postgres && echo "$TEST_DATABASE_URL" && read -r'], {
    cwd: root,
    env: { ...process.env, OWN_POSTGRES_FSYNC: "on" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  return new Promise((resolve) => {
    shell.stdout.on("data", (told: Buffer) => {
      const address = /postgres:\S+/.exec(told.toString())?.[0];
      if (address) resolve({ address, stop: () => void shell.stdin.end() });
    });
    shell.on("exit", () => resolve(undefined));
  });
}
