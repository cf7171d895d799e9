import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Operations, openOperations } from "../../src/operations/operations.ts";
import type { Tightrope } from "../../src/slack/tightrope.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { openSlack, quietly, startTightrope } from "./practice-room.ts";

type Sent = { name: string; traceId: string; spanId: string; parentSpanId?: string };
type Batch = { resourceSpans: { scopeSpans: { spans: Sent[] }[] }[] };

const ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
const WORDS = "Sorry about your cold aubergine soup";

let collector: Server;
let bodies: string[];
let slack: SlackDouble;
let store: Store;
let operations: Operations;
let tightrope: Tightrope;
beforeEach(async () => {
  bodies = [];
  collector = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    bodies.push(body);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => collector.listen(0, resolve));
  process.env[ENDPOINT] = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  slack = await openSlack(["U1"]);
  operations = await openOperations({ port: 0, traces: 1 }, "1.2.3", slack.clock.now);
  const inner = await openStore(":memory:", slack.clock.now);
  const attended = operations.attend(inner);
  store = attended.store;
  tightrope = await startTightrope(slack, store, undefined, [], [], { watching: attended.watching });
  operations.started(tightrope.connected);
});
afterEach(async () => {
  delete process.env[ENDPOINT];
  await tightrope.stop();
  await operations.close();
  await store.close();
  await slack.close();
  collector.close();
});

const practise = async () => {
  await slack.person("U1").command("/practice", "cold-soup");
  await quietly(tightrope, store);
  slack.failNext("chat.postMessage", { kind: "limited", retryAfter: 3 });
  const envelope = slack.unsent("U1").writes(WORDS);
  await slack.deliver(envelope);
  await slack.deliver(envelope);
  for (const ms of [3_000, 4_000, 4_000]) {
    slack.clock.advance(ms);
    await quietly(tightrope, store);
  }
};
const metrics = async () => (await fetch(`http://127.0.0.1:${operations.port}/metrics`)).text();
const spans = () =>
  bodies.flatMap((body) =>
    (JSON.parse(body) as Batch).resourceSpans.flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) => spans),
    ),
  );
const numberOf = (text: string, name: string) =>
  Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.split(" ")[1],
  );

describe("a practice that is looked on at", () => {
  it("is counted: what came in, calls, waits, and that Slack asked for patience", async () => {
    await practise();
    const text = await metrics();
    expect(text).toContain('tightrope_heard_total{kind="command",outcome="done"} 1');
    // Slack tells the app of its own messages as well.
    expect(numberOf(text, 'tightrope_heard_total{kind="message",outcome="done"}')).toBeGreaterThan(1);
    expect(text).toContain('tightrope_heard_total{kind="message",outcome="repeated"} 1');
    expect(text).toContain('tightrope_slack_calls_total{method="chat.postMessage",outcome="limited"} 1');
    expect(text).toContain('tightrope_sendings_total{kind="post",outcome="limited"} 1');
    expect(text).toContain("tightrope_slack_connected 1\n");
    expect(text).toContain("tightrope_practices_running 1\n");
    expect(numberOf(text, "tightrope_ack_seconds_count")).toBeGreaterThanOrEqual(3);
    expect(numberOf(text, "tightrope_answer_seconds_count")).toBeGreaterThanOrEqual(3);
    expect(numberOf(text, 'tightrope_slack_calls_total{method="chat.postMessage",outcome="done"}')).toBe(
      slack.dm("U1").filter(({ bot }) => bot).length,
    );
  });

  it("is traced from what was heard to what Slack was asked", async () => {
    await practise();
    await operations.close();
    const all = spans();
    const named = (name: string) => all.filter((span) => span.name === name);
    const [command] = named("hear command");
    const inTrace = all.filter(({ traceId }) => traceId === command?.traceId);
    expect(new Set(inTrace.map(({ name }) => name))).toEqual(
      new Set([
        "hear command",
        "conversations.open",
        "users.info",
        "transaction other",
        "transaction heard",
        "send post",
        "chat.postMessage",
      ]),
    );
    const parentOf = (span: Sent | undefined) =>
      all.find(({ spanId }) => spanId === span?.parentSpanId)?.name;
    const within = (name: string) => inTrace.find((span) => span.name === name);
    expect(command?.parentSpanId).toBeUndefined();
    expect(parentOf(within("send post"))).toBe("transaction heard");
    expect(parentOf(within("chat.postMessage"))).toBe("send post");
    expect(named("transaction due").length).toBeGreaterThan(0);
  });

  it("tells nobody what was written, or who wrote it", async () => {
    await practise();
    await operations.close();
    const told = [...bodies].join("\n");
    expect(spans().length).toBeGreaterThan(10);
    for (const secret of ["aubergine", "soup", "U1", "T0001", "D0001", slack.token])
      expect(told).not.toContain(secret);
  });

  it("leaves no names in its metrics", async () => {
    await practise();
    expect(await metrics()).not.toMatch(/aubergine|U1|T0001|D0001/);
  });
});

it("what Slack refuses, what it breaks and what never reaches it are told apart", async () => {
  await practise();
  slack.failNext("chat.postMessage", { kind: "refused", error: "channel_not_found" });
  await slack.person("U1").writes("hint");
  await quietly(tightrope, store);
  slack.failNext("chat.postMessage", { kind: "broken" });
  await slack.person("U1").writes("pause");
  await quietly(tightrope, store);
  const text = await metrics();
  expect(text).toMatch(/slack_calls_total\{method="chat.postMessage",outcome="refused"\} 1/);
  expect(text).toMatch(/slack_calls_total\{method="chat.postMessage",outcome="broken"\} 1/);
});
