import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OPENING, openSlack } from "../slack/practice-room.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { until } from "../slack-double/until.ts";

const root = join(import.meta.dirname, "..", "..");
const PATIENCE = 40_000;

let folder: string;
let slack: SlackDouble;
let app: ChildProcess;
let log: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-leave-"));
  copyFileSync(join(root, "test/slack/cold-soup.yml"), join(folder, "soup.yml"));
  slack = await openSlack(["U1"]);
  await start();
}, 60_000);
afterEach(async () => {
  app.kill("SIGKILL");
  // A line that the process left half open must not hold the next test up.
  await Promise.race([slack.close(), setTimeout(2_000)]);
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<void> {
  log = "";
  app = spawn(process.execPath, [join(root, "app.ts")], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.token,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.slackApiUrl,
      TIGHTROPE_FLOWS: folder,
      HEALTH_PORT: "0",
      STOP_WITHIN: "3",
      ...env,
    },
  });
  for (const stream of [app.stdout, app.stderr])
    stream?.on("data", (part: Buffer) => {
      log += part.toString();
    });
  await until(() => log.includes("Tightrope is running"), PATIENCE);
}

const ready = async () => {
  const port = /"health":(\d+)/.exec(log)?.[1];
  return (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
};
const asked = (method: string) => slack.calls.filter((call) => call.method === method).length;
const opened = () => slack.dm("U1").filter(({ text }) => text === OPENING).length;
// Asked for, and on its way to Slack, which does not answer.
const hanging = async () => {
  slack.failNext("chat.postMessage", { kind: "hang" });
  await slack.person("U1").command("/practice", "cold-soup");
  await until(() => asked("chat.postMessage") > 0, PATIENCE);
};

describe("a process that is asked to stop", () => {
  it("says at once that it is not ready, is gone in time, and leaves what hangs to the next", async () => {
    await hanging();
    expect(await ready()).toBe(200);
    const ended = once(app, "exit");
    const asked = performance.now();
    app.kill("SIGTERM");
    while ((await ready()) === 200) await setTimeout(10);
    expect(await ready()).toBe(503);
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(log).toContain("not everything was finished in time; it is written down for the next start");
    expect(opened()).toBe(0);
    await start();
    await until(() => opened() === 1, PATIENCE);
  }, 60_000);

  it("leaves on the spot when it is asked a second time", async () => {
    await hanging();
    const ended = once(app, "exit");
    app.kill("SIGTERM");
    await setTimeout(700);
    expect(app.exitCode).toBeNull();
    app.kill("SIGTERM");
    expect(await ended).toEqual([143, null]);
  }, 60_000);

  it("takes Ctrl+C that arrives twice at once, as npm hands it on, for one", async () => {
    const ended = once(app, "exit");
    app.kill("SIGINT");
    app.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    expect(log).not.toContain("not everything");
  }, 60_000);
});
