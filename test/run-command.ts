import { execFile } from "node:child_process";
import { join } from "node:path";

/** What a command printed, and how it ended: with a number, or with none where it had to be stopped. */
export type Ran = { stdout: string; stderr: string; status: number | null };

type Around = {
  /** What is typed into it. */
  input?: string;
  /** What its environment has besides ours. */
  env?: Record<string, string>;
  /** The folder in which it is typed, where that is not the project's. */
  cwd?: string;
  /** Stops it after so many ms. */
  timeout?: number;
};

const PROJECT = join(import.meta.dirname, "..");

/** Runs a script of ours to its end, as somebody types it; others may run meanwhile. */
export function runCommand(
  script: string,
  args: readonly string[] = [],
  { input = "", env = {}, cwd = PROJECT, timeout = 0 }: Around = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: { ...process.env, DATABASE_URL: "", FORCE_COLOR: "0", ...env },
      maxBuffer: Number.POSITIVE_INFINITY,
      timeout,
    };
    const child = execFile(
      process.execPath,
      [join(PROJECT, script), ...args],
      options,
      (_error, stdout, stderr) => resolve({ stdout, stderr, status: child.exitCode }),
    );
    // Whoever has ended reads no more.
    child.stdin?.on("error", () => {}).end(input);
  });
}
