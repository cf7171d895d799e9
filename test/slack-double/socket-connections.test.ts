import { LogLevel } from "@slack/bolt";
import { SocketModeClient } from "@slack/socket-mode";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf, refused } from "./client.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";
import { until } from "./until.ts";

type Heard = { on: string; envelope: string; event: string; attempt: number };

describe("Socket Mode with several connections", () => {
  let slack: SlackDouble;
  let clients: SocketModeClient[];
  let heard: Heard[];

  beforeEach(async () => {
    slack = await startSlackDouble({ people: [{ id: "U1" }] });
    clients = [];
    heard = [];
  });
  afterEach(async () => {
    for (const client of clients) await client.disconnect().catch(() => {});
    await slack.close();
  });

  async function connect(on: string, answers: () => boolean = () => true, reconnect = false) {
    const client = new SocketModeClient({
      appToken: slack.appToken,
      logLevel: LogLevel.ERROR,
      autoReconnectEnabled: reconnect,
      clientPingTimeout: 50,
      clientOptions: { slackApiUrl: slack.slackApiUrl, retryConfig: { retries: 0 } },
    });
    client.on("slack_event", async ({ ack, envelope_id, body, retry_num }) => {
      heard.push({ on, envelope: envelope_id, event: body.event_id, attempt: retry_num });
      if (answers()) await ack();
    });
    clients.push(client);
    await client.start();
    return client;
  }

  it("A4: a payload goes to any one of them, and to one only", async () => {
    for (const name of ["a", "b", "c"]) await connect(name);
    for (let i = 0; i < 6; i++) await slack.person("U1").writes(`line ${i}`);
    expect(heard.map(({ on }) => on).sort()).toEqual(["a", "a", "b", "b", "c", "c"]);
    expect(new Set(heard.map(({ event }) => event)).size).toBe(6);
  });

  it("A4: ten connections are welcome, and the eleventh is turned away", async () => {
    for (let i = 1; i <= 10; i++) await connect(`${i}`);
    expect(slack.sockets.connected()).toBe(10);
    await expect(connect("11")).rejects.toBeUndefined();
    expect(slack.sockets.connected()).toBe(10);
  });

  it("A4: the address of a connection is good for one use", async () => {
    const { url = "" } = await clientOf(slack, slack.appToken).apps.connections.open();
    const first = new WebSocket(url);
    await new Promise((resolve) => first.addEventListener("message", resolve, { once: true }));
    const second = new WebSocket(url);
    await new Promise((resolve) => second.addEventListener("error", resolve, { once: true }));
    expect(slack.sockets.connected()).toBe(1);
    first.close();
  });

  it("A4: what one connection does not acknowledge comes again over another, in a new envelope", async () => {
    slack.retryUnanswered({ patience: 500 });
    await connect("deaf", () => false);
    await connect("awake");
    await slack.person("U1").writes("hello");
    await slack.arrived();
    expect(heard.map(({ on, attempt }) => [on, attempt])).toEqual([
      ["deaf", 0],
      ["awake", 1],
    ]);
    expect(heard[0]?.event).toBe(heard[1]?.event);
    expect(heard[0]?.envelope).not.toBe(heard[1]?.envelope);
  });

  it("a connection that is cut before it acknowledged is no loss", async () => {
    slack.retryUnanswered();
    await connect("cut", () => {
      slack.sockets.drop(1);
      return false;
    });
    await connect("whole");
    await slack.person("U1").writes("hello");
    await slack.arrived();
    expect(slack.deliveries.map(({ status, connection }) => [status, connection])).toEqual([
      [0, 1],
      [200, 2],
    ]);
  });

  it("while no connection is there nothing is lost that comes again in time", async () => {
    slack.retryUnanswered();
    const client = await connect("only");
    await client.disconnect();
    await until(() => slack.sockets.connected() === 0);
    await slack.person("U1").writes("hello");
    await slack.arrived();
    await connect("back");
    slack.clock.advance(60_000);
    await slack.arrived();
    expect(heard.map(({ on, attempt }) => [on, attempt])).toEqual([["back", 2]]);
  });

  it("A4: one connection is warned and refreshed while another goes on, and comes back", async () => {
    await connect("a", undefined, true);
    await connect("b", undefined, true);
    slack.sockets.warn(1);
    await until(() => slack.sockets.connections().join() === "2");
    await slack.person("U1").writes("hello");
    expect(heard.map(({ on }) => on)).toEqual(["b"]);
    await until(() => slack.sockets.connections().join() === "2,3");
    slack.sockets.refresh(2);
    await until(() => slack.sockets.connections().join() === "3,4");
  });

  it("A4: when Socket Mode is turned off, connections end and no new one is given", async () => {
    await connect("a");
    slack.sockets.disableLink();
    await until(() => slack.sockets.connected() === 0);
    expect(await refused(clientOf(slack, slack.appToken).apps.connections.open())).toBe("forbidden_team");
    slack.sockets.enableLink();
    await connect("again");
    expect(slack.sockets.connected()).toBe(1);
  });

  it("A4: a bot token opens no connection, and an app token calls no method", async () => {
    expect(await refused(clientOf(slack).apps.connections.open())).toBe("not_allowed_token_type");
    const post = clientOf(slack, slack.appToken).chat.postMessage({ channel: "U1", text: "x" });
    expect(await refused(post)).toBe("not_allowed_token_type");
  });
});
