import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSlack } from "./slack/practice-room.ts";
import type { SlackDouble } from "./slack-double/slack-double.ts";
import { until } from "./slack-double/until.ts";

const root = join(import.meta.dirname, "..");
const PATIENCE = 20_000;

let folder: string;
let slack: SlackDouble;
let app: ChildProcess;
let log: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-app-"));
  copyFileSync(join(root, "test/slack/cold-soup.yml"), join(folder, "soup.yml"));
  slack = await openSlack(["U1"]);
  log = "";
  app = spawn(process.execPath, [join(root, "app.ts")], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.token,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.slackApiUrl,
      TIGHTROPE_FLOWS: folder,
      TIGHTROPE_TRAINERS: "U1",
    },
  });
  for (const stream of [app.stdout, app.stderr])
    stream?.on("data", (part: Buffer) => {
      log += part.toString();
    });
});
afterEach(async () => {
  app.kill("SIGKILL");
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const told = () => slack.dm("U1").map(({ text }) => text);

it("the app starts, follows its folder, tells the trainers, and stops when it is asked to", async () => {
  await until(() => log.includes("Tightrope is running"), PATIENCE);
  const soup = readFileSync(join(folder, "soup.yml"), "utf8");
  writeFileSync(join(folder, "tea.yml"), soup.replace("flow: cold-soup", "flow: weak-tea"));
  await until(() => log.includes("a flow was saved, and is live"), PATIENCE);
  writeFileSync(join(folder, "soup.yml"), soup.replace("start: cross", "start: crossed"));
  await until(
    () => told().some((text) => text.includes("The one from before goes on being played.")),
    PATIENCE,
  );
  await slack.person("U1").command("/practice", "cold-soup");
  await until(() => told().some((text) => text.startsWith("My soup is cold")), PATIENCE);
  const ended = once(app, "exit");
  app.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
}, 60_000);
