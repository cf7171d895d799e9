import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SlackDouble } from "./slack-double/slack-double.ts";
import { until } from "./slack-double/until.ts";

/** The app in a process of its own. */
export type AppProcess = {
  /** Everything that it has printed so far. */
  log(): string;
  /** Waits until it has printed this; one that ends instead is told of with its log. */
  says(words: string): Promise<void>;
  /** Waits until it runs. */
  running(): Promise<void>;
  /** Where it tells how it is, if it was started with HEALTH_PORT. */
  healthPort(): string;
  signal(name: NodeJS.Signals): void;
  isGone(): boolean;
  /** Waits until it has ended; gives its exit code, or the signal that ended it. */
  ended(): Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  /** Ends it as a power cut does, if it still runs. */
  kill(): Promise<void>;
};

export type HowToStart = {
  /** The words behind `node`, where they are others than the path of app.ts. */
  args?: readonly string[];
  cwd?: string;
  /** What its environment has besides the path. */
  env: Record<string, string | undefined>;
};

const PROJECT = join(import.meta.dirname, "..");
/** How long a start may take on a machine that does much else at the same time, in ms. */
const PATIENCE = 40_000;

/** Starts app.ts, and does not wait until it runs. */
export function startApp({ args = [join(PROJECT, "app.ts")], cwd = PROJECT, env }: HowToStart): AppProcess {
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, ...env } });
  const ended = once(child, "exit") as ReturnType<AppProcess["ended"]>;
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => {
      log += part.toString();
    });
  const says = async (words: string) => {
    await until(() => log.includes(words) || isGone(), PATIENCE);
    if (!log.includes(words)) throw new Error(`The app ended before it said “${words}”:\n${log}`);
  };
  return {
    log: () => log,
    says,
    running: () => says("Tightrope is running"),
    healthPort: () => /"health":(\d+)/.exec(log)?.[1] ?? "",
    signal: (name) => void child.kill(name),
    isGone,
    ended: () => ended,
    kill: async () => {
      if (!isGone()) child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The part of an app's environment that connects it to a Slack. */
export const connectedTo = ({ token, appToken, slackApiUrl }: SlackDouble) => ({
  SLACK_BOT_TOKEN: token,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: slackApiUrl,
  // Over a socket, whatever a .env file says.
  SLACK_SIGNING_SECRET: "",
});

/** A folder to start an app in, with a single flow in it, soup.yml. */
export function folderWithSoup(): string {
  const folder = mkdtempSync(join(tmpdir(), "tightrope-app-"));
  copyFileSync(join(PROJECT, "test/slack/cold-soup.yml"), join(folder, "soup.yml"));
  return folder;
}
