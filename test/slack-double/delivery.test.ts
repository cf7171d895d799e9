import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EchoApp, startEchoApp } from "./echo-app.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";
import { until } from "./until.ts";

const SCOPES = ["chat:write", "im:history", "app_mentions:read", "commands"];

describe("what a person does reaches a real Bolt app", () => {
  let slack: SlackDouble;
  let bolt: EchoApp;

  beforeEach(async () => {
    slack = await startSlackDouble({
      scopes: SCOPES,
      people: [{ id: "U1", name: "Ada Moreno" }, { id: "U2" }],
      channels: [{ id: "C1", bot: true }],
    });
    bolt = await startEchoApp(slack);
  });
  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });

  it("a signed message is accepted and answered in the DM", async () => {
    const sent = await slack.person("U1").writes("hello");
    expect(sent.status).toBe(200);
    await until(() => slack.dm("U1").length === 2);
    expect(slack.dm("U1").map(({ text, bot }) => [text, bot])).toEqual([
      ["hello", false],
      ["You said: hello", true],
    ]);
    expect(slack.dm("U2")).toEqual([]);
  });

  it("A2: a wrong, stale or missing signature is turned away with 401", async () => {
    const envelope = slack.unsent("U1").writes("hello");
    const wrong = { "x-slack-signature": "v0=0000" };
    expect((await slack.deliver(envelope, { headers: wrong })).status).toBe(401);
    expect((await slack.deliver(envelope, { age: 600 })).status).toBe(401);
    expect((await slack.deliver(envelope, { headers: { "x-slack-signature": "" } })).status).toBe(401);
    expect(bolt.heard).toEqual([]);
  });

  it("A2: bare Bolt runs a listener twice when Slack delivers an event twice", async () => {
    const first = await slack.person("U1").writes("hello");
    const again = await slack.redeliver(first, { retryNum: 1, retryReason: "http_timeout" });
    expect(again.envelope.body.event_id).toBe(first.envelope.body.event_id);
    await until(() => bolt.heard.length === 2);
    expect(bolt.heard).toEqual(["hello", "hello"]);
  });

  it("A3: a retry says so in its headers", async () => {
    const seen: unknown[] = [];
    bolt.app.use(async ({ context, next }) => {
      seen.push([context.retryNum, context.retryReason]);
      await next();
    });
    const first = await slack.person("U1").writes("hello");
    await slack.redeliver(first, { retryNum: 2, retryReason: "connection_failed" });
    await until(() => seen.length === 2);
    expect(seen).toEqual([
      [undefined, undefined],
      [2, "connection_failed"],
    ]);
  });

  it("A3: messages can arrive late and in the wrong order, and keep the time they were written at", async () => {
    const one = slack.unsent("U1").writes("one");
    slack.clock.advance(1000);
    const two = slack.unsent("U1").writes("two");
    await slack.deliver(two);
    await until(() => bolt.heard.length === 1);
    await slack.deliver(one);
    await until(() => bolt.heard.length === 2);
    expect(bolt.heard).toEqual(["two", "one"]);
    expect(Number(two.ts)).toBeGreaterThan(Number(one.ts));
    expect(
      slack
        .dm("U1")
        .slice(0, 2)
        .map((message) => message.text),
    ).toEqual(["one", "two"]);
  });

  it("an edit, a deletion, a file, a thread and a broadcast come in the shapes Slack gives them", async () => {
    const events: Record<string, unknown>[] = [];
    bolt.app.event("message", async ({ event }) => void events.push({ ...event }));
    const ada = slack.person("U1");
    const said = await ada.writes("helo");
    await ada.edits(said.ts, "hello");
    await ada.writes("", { files: [{ name: "flow.yaml" }] });
    await ada.writes("in a thread", { thread_ts: said.ts });
    await ada.writes("for all", { thread_ts: said.ts, subtype: "thread_broadcast" });
    await ada.deletes(said.ts);
    await until(() => events.length === 6);
    expect(events).toMatchObject([
      { type: "message", channel: "DU1", channel_type: "im", user: "U1", text: "helo", ts: said.ts },
      {
        subtype: "message_changed",
        hidden: true,
        message: { text: "hello", ts: said.ts, edited: { user: "U1" } },
        previous_message: { text: "helo" },
      },
      { subtype: "file_share", files: [{ name: "flow.yaml", filetype: "yaml" }] },
      { text: "in a thread", thread_ts: said.ts, parent_user_id: "U1" },
      { subtype: "thread_broadcast", thread_ts: said.ts, root: { ts: said.ts } },
      { subtype: "message_deleted", deleted_ts: said.ts, previous_message: { text: "hello" } },
    ]);
    expect(events[0]?.client_msg_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("an event that the scopes do not allow never leaves Slack", async () => {
    const deaf = await startSlackDouble({ scopes: ["chat:write"], people: [{ id: "U1" }] });
    expect(() => deaf.unsent("U1").writes("hello")).toThrow('"needed":"im:history"');
    await deaf.close();
  });

  it("A3: an app that hears its own lines, under any name, does not answer itself", async () => {
    const loud = await startSlackDouble({
      scopes: [...SCOPES, "chat:write.customize"],
      people: [{ id: "U1" }],
      echo: true,
    });
    const app = await startEchoApp(loud);
    await loud.person("U1").writes("hello");
    await until(() => loud.deliveries.length === 2);
    const dana = { username: "Dana", token: loud.token };
    await app.app.client.chat.postMessage({ channel: "U1", text: "In Slackbot's DM", ...dana });
    await app.app.client.chat.postMessage({ channel: "DU1", text: "In the app's DM", ...dana });
    await until(() => loud.deliveries.length === 3);
    await app.stop();
    const brought = loud.deliveries.map(({ envelope }) => envelope.body.event as { text: string });
    expect(brought.map(({ text }) => text)).toEqual(["hello", "You said: hello", "In the app's DM"]);
    expect(app.heard).toEqual(["hello"]);
    await loud.close();
  });

  it("an app that is not there is a delivery that nobody answered", async () => {
    slack.deliverTo("http://127.0.0.1:9/slack/events");
    expect((await slack.person("U1").writes("hello")).status).toBe(0);
  });

  it("A9: a mention and a visit to the Home tab are events too", async () => {
    const events: Record<string, unknown>[] = [];
    bolt.app.event("app_mention", async ({ event }) => void events.push({ ...event }));
    bolt.app.event("app_home_opened", async ({ event }) => void events.push({ ...event }));
    await slack.person("U1").mentions("C1", "help");
    await slack.person("U1").opensHome("messages");
    await until(() => events.length === 2);
    expect(events).toMatchObject([
      { type: "app_mention", text: "<@U0BOT> help", channel: "C1" },
      { type: "app_home_opened", user: "U1", channel: "DU1", tab: "messages" },
    ]);
  });
});
