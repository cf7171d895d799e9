import { rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AppProcess, connectedTo, folderWithSoup, startApp } from "../app-process.ts";
import { canHaveServer, type OwnServer, startOwnServer } from "../chaos/own-server.ts";
import { openSlack } from "../slack/practice-room.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";

let folder: string;
let slack: SlackDouble;
let server: OwnServer;
let app: AppProcess | undefined;

describe.runIf(canHaveServer || process.env.CI)("an app whose PostgreSQL is not there", () => {
  beforeEach(async () => {
    folder = folderWithSoup();
    slack = await openSlack(["U1"]);
    server = await startOwnServer();
  }, 60_000);
  afterEach(async () => {
    await app?.kill();
    await slack.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (address = server.address) => {
    const env = { ...connectedTo(slack), TIGHTROPE_FLOWS: folder, DATABASE_URL: address, HEALTH_PORT: "0" };
    app = startApp({ cwd: folder, env });
    return app;
  };
  const times = (words: string, text = "") => text.split(words).length - 1;
  const WAITS = "I wait for it for up to 60 seconds";

  it("waits for it at its start, and tells when it goes and when it is back though nobody writes", async () => {
    await server.halt();
    const app = start();
    await app.says(WAITS);
    await setTimeout(3_000);
    expect(app.isGone()).toBe(false);
    await server.start();
    await app.running();
    expect(times(WAITS, app.log())).toBe(1);
    expect(app.log()).toContain("the database is there");

    await server.halt();
    await app.says("the store does not answer, or cannot be written");
    await server.start();
    await app.says("the store is back, after ");
    const levels = app
      .log()
      .split("\n")
      .flatMap((line) => /^\{"level":[45]0.*"msg":"(.{9})/.exec(line)?.[1] ?? []);
    expect(levels).toEqual(["The datab", "the store", "the store"]);
    app.signal("SIGTERM");
    expect(await app.ended()).toEqual([0, null]);
  }, 120_000);

  it("stops waiting at once when it is told to stop", async () => {
    await server.halt();
    const app = start();
    await app.says(WAITS);
    const asked = performance.now();
    app.signal("SIGTERM");
    expect(await app.ended()).toEqual([143, null]);
    expect(performance.now() - asked).toBeLessThan(2_000);
  }, 60_000);

  it("does not wait where that does not help", async () => {
    const elsewhere = new URL(server.address);
    elsewhere.pathname = "/there_is_no_such_database";
    const app = start(elsewhere.href);
    expect(await app.ended()).toEqual([1, null]);
    expect(app.log()).toContain("there is no such database.");
    expect(app.log()).not.toContain("I wait");
  }, 60_000);
});
