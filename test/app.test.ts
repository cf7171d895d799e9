import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type AppProcess, connectedTo, folderWithSoup, startApp } from "./app-process.ts";
import { openSlack } from "./slack/practice-room.ts";
import type { SlackDouble } from "./slack-double/slack-double.ts";
import { until } from "./slack-double/until.ts";

const PATIENCE = 20_000;

let folder: string;
let slack: SlackDouble;
let app: AppProcess;
beforeEach(async () => {
  folder = folderWithSoup();
  slack = await openSlack(["U1"]);
  const env = { ...connectedTo(slack), TIGHTROPE_FLOWS: folder, TIGHTROPE_TRAINERS: "U1" };
  app = startApp({ cwd: folder, env });
});
afterEach(async () => {
  await app.kill();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const told = () => slack.dm("U1").map(({ text }) => text);

it("the app starts, follows its folder, tells the trainers, and stops when it is asked to", async () => {
  await app.running();
  const soup = readFileSync(join(folder, "soup.yml"), "utf8");
  writeFileSync(join(folder, "tea.yml"), soup.replace("flow: cold-soup", "flow: weak-tea"));
  await app.says("a flow was saved, and is live");
  writeFileSync(join(folder, "soup.yml"), soup.replace("start: cross", "start: crossed"));
  await until(
    () => told().some((text) => text.includes("The one from before goes on being played.")),
    PATIENCE,
  );
  await slack.person("U1").command("/practice", "cold-soup");
  await until(() => told().some((text) => text.startsWith("My soup is cold")), PATIENCE);
  app.signal("SIGTERM");
  expect(await app.ended()).toEqual([0, null]);
}, 60_000);
