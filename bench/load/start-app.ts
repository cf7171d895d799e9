import { type ChildProcess, fork } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { SIGNING_SECRET } from "./post-events.ts";

/** What a process has used since it began: CPU in ms, memory in bytes. */
export type Usage = { cpu: number; heap: number; rss: number };

/** An app that is measured, in a process of its own. */
export type RunningApp = {
  port: number;
  pid: number;
  /** With `settle` after tidying its memory up. */
  usage(settle?: boolean): Promise<Usage>;
  stop(): Promise<void>;
};

/** Starts an app in front of a fake Slack, and waits until it listens; `env` adds to its environment. */
export async function startApp(
  file: URL,
  apiUrl: string,
  env: Record<string, string> = {},
  execArgv: readonly string[] = [],
): Promise<RunningApp> {
  const port = await freePort();
  const child = fork(file, {
    execArgv: ["--expose-gc", "--import", new URL("tell-usage.ts", import.meta.url).href, ...execArgv],
    env: {
      ...process.env,
      DATABASE_URL: "",
      SLACK_BOT_TOKEN: "xoxb-bench",
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: apiUrl,
      SLACK_APP_TOKEN: "",
      LOG_LEVEL: "info",
      PORT: String(port),
      ...env,
    },
    stdio: ["ignore", process.env.BENCH_LOG ? "inherit" : "ignore", "inherit", "ipc"],
  });
  await listening(child, port);
  return {
    port,
    pid: child.pid ?? 0,
    usage: (settle = false) =>
      new Promise((resolve) => {
        child.once("message", (told) => resolve(told as Usage));
        child.send({ settle });
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`an app ended with ${child.exitCode} before it listened`);
    const answered = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
