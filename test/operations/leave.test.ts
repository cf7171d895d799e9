import { rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AppProcess, connectedTo, folderWithSoup, startApp } from "../app-process.ts";
import { OPENING, openSlack } from "../slack/practice-room.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { until } from "../slack-double/until.ts";

const PATIENCE = 40_000;

let folder: string;
let slack: SlackDouble;
let app: AppProcess;
beforeEach(async () => {
  folder = folderWithSoup();
  slack = await openSlack(["U1"]);
  await start();
}, 60_000);
afterEach(async () => {
  await app.kill();
  // A line that the process left half open must not hold the next test up.
  await Promise.race([slack.close(), setTimeout(2_000)]);
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const env = { ...connectedTo(slack), TIGHTROPE_FLOWS: folder, HEALTH_PORT: "0", STOP_WITHIN: "3" };
  app = startApp({ cwd: folder, env });
  await app.running();
}

const ready = async () => {
  return (await fetch(`http://127.0.0.1:${app.healthPort()}/readyz`)).status;
};
const opened = () => slack.dm("U1").filter(({ text }) => text === OPENING).length;
// Asked for, and on its way to Slack, which does not answer.
const hanging = async () => {
  slack.failNext("chat.postMessage", { kind: "hang" });
  await slack.person("U1").command("/practice", "cold-soup");
  await until(() => slack.timesCalled("chat.postMessage") > 0, PATIENCE);
};

describe("a process that is asked to stop", () => {
  it("says at once that it is not ready, is gone in time, and leaves what hangs to the next", async () => {
    await hanging();
    expect(await ready()).toBe(200);
    const asked = performance.now();
    app.signal("SIGTERM");
    while ((await ready()) === 200) await setTimeout(10);
    expect(await ready()).toBe(503);
    expect(await app.ended()).toEqual([0, null]);
    // It has three seconds; what hangs would take ten.
    expect(performance.now() - asked).toBeLessThan(8_000);
    expect(app.log()).toContain("not everything was finished in time; it is written down for the next start");
    expect(opened()).toBe(0);
    await start();
    await until(() => opened() === 1, PATIENCE);
  }, 60_000);

  it("leaves on the spot when it is asked a second time", async () => {
    await hanging();
    app.signal("SIGTERM");
    await setTimeout(700);
    expect(app.isGone()).toBe(false);
    app.signal("SIGTERM");
    expect(await app.ended()).toEqual([143, null]);
  }, 60_000);

  it("takes Ctrl+C that arrives twice at once, as npm hands it on, for one", async () => {
    app.signal("SIGINT");
    app.signal("SIGINT");
    expect(await app.ended()).toEqual([0, null]);
    expect(app.log()).not.toContain("not everything");
  }, 60_000);
});
