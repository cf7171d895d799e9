import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Connection } from "../../src/slack/settings.ts";
import { createTightrope } from "../../src/slack/tightrope.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { until } from "../slack-double/until.ts";
import { COLD_SOUP, openSlack } from "./practice-room.ts";

let slack: SlackDouble;
let store: Store;
let logged: string[];
beforeEach(async () => {
  logged = [];
  slack = await openSlack(["U1"]);
  store = await openStore(":memory:", slack.clock.now);
});
afterEach(async () => {
  await store.close();
  await slack.close();
});

const overHttp = (): Connection => ({
  ...{ mode: "http", botToken: slack.token, signingSecret: slack.signingSecret, port: 0 },
});
const overSockets = (): Connection => ({ mode: "socket", botToken: slack.token, appToken: slack.appToken });
const tightropeOn = (connection: Connection, apiUrl = slack.slackApiUrl) =>
  createTightrope({
    ...{ connection, apiUrl, store, flows: () => [COLD_SOUP], command: "/practice" },
    log: pino({ level: "info" }, { write: (line: string) => void logged.push(line) }),
    now: slack.clock.now,
  });
const warnings = () => logged.filter((line) => line.includes('"level":40'));

describe("a start", () => {
  it.each([
    ["over HTTP", () => ({ ...overHttp(), botToken: "xoxb-wrong" })],
    ["over Socket Mode", () => ({ ...overSockets(), botToken: "xoxb-wrong" })],
  ])("with a bot token that Slack does not take says which it is and what to do, %s", async (_how, given) => {
    await expect(tightropeOn(given() as Connection).start()).rejects.toThrow(
      /^Slack does not take SLACK_BOT_TOKEN \(invalid_auth\)\. Copy the Bot User OAuth Token/,
    );
  });

  it("with an app token that Slack does not take says that it is that one", async () => {
    const given = { ...overSockets(), appToken: "xapp-wrong" } as Connection;
    await expect(tightropeOn(given).start()).rejects.toThrow(
      /^Slack does not take SLACK_APP_TOKEN \(invalid_auth\)\. Make an app-level token with connections:write/,
    );
    expect(logged.join()).not.toContain("WSS");
  });

  it("with the token of an app that was removed says to install it again", async () => {
    slack.failNext("auth.test", { kind: "refused", error: "account_inactive" }, 2);
    await expect(tightropeOn(overHttp()).start()).rejects.toThrow("install the app again");
  });

  it.each([
    ["over HTTP", overHttp, "auth.test"],
    ["over Socket Mode", overSockets, "auth.test"],
    ["over Socket Mode, when asked for an address", overSockets, "apps.connections.open"],
  ])("while Slack is out of reach waits, says so kindly, and goes on, %s", async (_how, given, method) => {
    slack.failNext(method, { kind: "broken", status: 503 }, method === "auth.test" ? 2 : 1);
    const tightrope = tightropeOn(given());
    await tightrope.start();
    expect(tightrope.connected()).toBe(true);
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toMatch(/Slack cannot be reached just now .* I try again in a second, and go on/);
    expect(logged.join()).toContain("Slack is reached again");
    await tightrope.stop();
  });

  it("where nothing answers at all says what kept it from Slack, and begins as soon as it answers", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await until(() => closed.listening);
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const tightrope = tightropeOn(overHttp(), `http://127.0.0.1:${port}/api/`);
    const started = tightrope.start();
    await until(() => warnings().length > 0, 5_000);
    expect(warnings()[0]).toContain("(ECONNREFUSED)");
    expect(warnings()[0]).not.toContain("fetch failed");
    const there = createServer((request, response) => {
      const asked = new URL(request.url ?? "/", slack.slackApiUrl);
      void fetch(asked, { method: "POST", headers: { authorization: `Bearer ${slack.token}` } }).then(
        async (answer) => response.end(await answer.text()),
      );
    }).listen(port, "127.0.0.1");
    await started;
    await tightrope.stop();
    there.closeAllConnections();
    await new Promise((resolve) => there.close(resolve));
  });

  it("with scopes missing says which, and goes on without them", async () => {
    slack.workspace.scopes = slack.workspace.scopes.filter(
      (scope) => !["files:write", "usergroups:read"].includes(scope),
    );
    const tightrope = tightropeOn(overHttp());
    await tightrope.start();
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toContain('"scopes":["files:write"]');
    expect(warnings()[0]).toContain("Paste manifest.yml into your app's App Manifest page");
    expect(logged.join()).toContain('"scopes":["usergroups:read"]');
    await tightrope.stop();
  });

  it("with all scopes warns of nothing", async () => {
    const tightrope = tightropeOn(overHttp());
    await tightrope.start();
    expect(warnings()).toEqual([]);
    await tightrope.stop();
  });
});
