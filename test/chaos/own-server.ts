import { execFile } from "node:child_process";
import { chmodSync, chownSync, globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A PostgreSQL of the campaign's own, which may be restarted at any moment. */
export type OwnServer = {
  address: string;
  restart(): Promise<void>;
  /** Takes it away until it is started again. */
  halt(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const run = promisify(execFile);
const [program] = globSync("/usr/lib/postgresql/*/bin/pg_ctl").sort((a, b) =>
  b.localeCompare(a, "en", { numeric: true }),
);

/** Whether PostgreSQL is installed here as Debian installs it, so that a server can be had. */
export const canHaveServer = program !== undefined;

/** Starts one where that can be; without it nothing is restarted, so in CI there has to be one. */
export function startServerIfAny(env: NodeJS.ProcessEnv = process.env): Promise<OwnServer | undefined> {
  return canHaveServer || env.CI ? startOwnServer() : Promise.resolve(undefined);
}

/** Starts one in a folder of its own; what was committed survives its restarts, as it survives a crash. */
export async function startOwnServer(): Promise<OwnServer> {
  if (!program)
    throw new Error(
      "No PostgreSQL can be restarted here, as Debian's is not installed: apt-get install postgresql brings it.",
    );
  const folder = mkdtempSync(join(tmpdir(), "tightrope-chaos-pg-"));
  const isRoot = userInfo().uid === 0;
  // PostgreSQL does not run as root.
  if (isRoot) {
    const { stdout } = await run("id", ["-u", "postgres"]);
    chownSync(folder, Number(stdout), -1);
    // The folder of the tests is root's alone; whoever owns the database has to get through.
    const { mode, uid } = statSync(tmpdir());
    if (uid === 0) chmodSync(tmpdir(), mode | 0o011);
  }
  const asOwner = (command: string) =>
    isRoot
      ? run("su", ["postgres", "-s", "/bin/sh", "-c", command], { cwd: "/" })
      : run("sh", ["-c", command], { cwd: "/" });
  const data = join(folder, "data");
  const control = (how: string) => asOwner(`'${program}' -D '${data}' -s ${how} >/dev/null 2>&1`);
  const start = `-w -l '${folder}/log' -o '-k ${folder} -c listen_addresses= -c max_connections=200'`;
  await asOwner(
    `'${dirname(program)}/initdb' -D '${data}' -A trust -U tightrope -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null`,
  );
  await control(`${start} start`);
  return {
    address: `postgres://tightrope@localhost/postgres?host=${folder}`,
    restart: async () => void (await control(`-m immediate ${start} restart`)),
    halt: async () => void (await control("-m immediate stop")),
    start: async () => void (await control(`${start} start`)),
    stop: async () => {
      await control("-m immediate stop").catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
