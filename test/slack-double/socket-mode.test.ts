import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EchoApp, startEchoApp } from "./echo-app.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";
import { until } from "./until.ts";

describe("the same people reach an app over Socket Mode", () => {
  let slack: SlackDouble;
  let bolt: EchoApp;

  beforeEach(async () => {
    slack = await startSlackDouble({
      scopes: ["chat:write", "im:history", "commands"],
      people: [{ id: "U1" }],
    });
    bolt = await startEchoApp(slack, "socket");
    await until(() => slack.sockets.connected() === 1);
  });
  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });

  it("a message is acknowledged and answered", async () => {
    expect((await slack.person("U1").writes("hello")).status).toBe(200);
    await until(() => slack.dm("U1").length === 2);
    expect(slack.dm("U1")[1]?.text).toBe("You said: hello");
  });

  it("long messages fit too", async () => {
    const long = "é".repeat(40_000);
    await slack.person("U1").writes(long);
    await until(() => bolt.heard.length === 1);
    expect(bolt.heard).toEqual([long]);
  });

  it("the words of an acknowledged command are for the one who sent it", async () => {
    bolt.app.command("/practice", async ({ ack }) => ack("Here is how"));
    await slack.person("U1").command("/practice", "help");
    expect(slack.dm("U1")).toMatchObject([{ text: "Here is how", for: "U1" }]);
  });

  it("A4: of two connections each event goes to one", async () => {
    const second = await startEchoApp(slack, "socket");
    await until(() => slack.sockets.connected() === 2);
    await slack.person("U1").writes("one");
    await slack.person("U1").writes("two");
    await until(() => slack.dm("U1").length === 4);
    expect([bolt.heard, second.heard]).toEqual([["one"], ["two"]]);
    await second.stop();
  });

  it("A4: the app comes back after a refresh", async () => {
    slack.sockets.refresh();
    await until(() => slack.sockets.connected() === 0);
    await until(() => slack.sockets.connected() === 1, 10_000);
    expect((await slack.person("U1").writes("still there?")).status).toBe(200);
    await until(() => slack.dm("U1").length === 2);
  });
});
