import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const idIn = (body: string): string => (body.startsWith("{") ? JSON.parse(body).event_id : body);

describe("what the app does not acknowledge comes again", () => {
  let slack: SlackDouble;
  let app: Server;
  let answer: (response: ServerResponse) => void;
  let heard: { num: unknown; reason: unknown; id: string }[];
  let begun: number;

  beforeEach(async () => {
    slack = await startSlackDouble({ people: [{ id: "U1" }] });
    begun = slack.clock.now();
    heard = [];
    answer = (response) => response.writeHead(500).end();
    app = createServer(async (request, response) => {
      const chunks = await request.toArray();
      heard.push({
        num: request.headers["x-slack-retry-num"],
        reason: request.headers["x-slack-retry-reason"],
        id: idIn(Buffer.concat(chunks).toString()),
      });
      answer(response);
    }).listen(0, "127.0.0.1");
    await once(app, "listening");
    slack.deliverTo(`http://127.0.0.1:${(app.address() as AddressInfo).port}/slack/events`);
  });
  afterEach(async () => {
    app.closeAllConnections();
    app.close();
    await slack.close();
  });

  const pass = async (ms: number) => {
    await slack.arrived();
    slack.clock.advance(ms);
    await slack.arrived();
  };

  it("A3: three times, at once, after one minute and after five, with the same event id", async () => {
    slack.retryUnanswered();
    await slack.person("U1").writes("hello");
    await pass(0);
    expect(heard.map(({ num, reason }) => [num, reason])).toEqual([
      [undefined, undefined],
      ["1", "http_error"],
    ]);
    await pass(MINUTE - 1);
    expect(heard).toHaveLength(2);
    await pass(1);
    await pass(5 * MINUTE);
    await pass(24 * HOUR);
    expect(heard.map(({ num }) => num)).toEqual([undefined, "1", "2", "3"]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
  });

  it("A3: with delayed events on, every hour for a day after that", async () => {
    slack.retryUnanswered({ hourly: true });
    await slack.person("U1").writes("hello");
    for (let passed = 0; passed < 30 * 60; passed++) await pass(MINUTE);
    expect(heard).toHaveLength(4 + 24);
    expect(slack.clock.now() - begun).toBe(30 * HOUR);
  });

  it("A3: what is acknowledged in the end comes no more", async () => {
    slack.retryUnanswered();
    await slack.person("U1").writes("hello");
    await slack.arrived();
    answer = (response) => response.writeHead(200).end();
    await pass(MINUTE);
    await pass(HOUR);
    expect(heard.map(({ num }) => num)).toEqual([undefined, "1", "2"]);
  });

  it("A3: an app may ask for no repetition", async () => {
    slack.retryUnanswered();
    answer = (response) => response.writeHead(500, { "x-slack-no-retry": "1" }).end();
    await slack.person("U1").writes("hello");
    await pass(HOUR);
    expect(heard).toHaveLength(1);
  });

  it("A3: an app that is slower than Slack's patience, or not there, is told why it hears again", async () => {
    slack.retryUnanswered({ patience: 500 });
    answer = () => {};
    expect((await slack.person("U1").writes("hello")).failed).toBe("http_timeout");
    await slack.arrived();
    expect(heard.at(-1)).toMatchObject({ num: "1", reason: "http_timeout" });
    slack.deliverTo("http://127.0.0.1:9/slack/events");
    expect((await slack.person("U1").writes("hello")).failed).toBe("connection_failed");
  });

  it("a press and a command come once, whatever the app answers", async () => {
    slack.retryUnanswered();
    expect((await slack.person("U1").command("/practice")).status).toBe(500);
    await pass(HOUR);
    expect(heard).toHaveLength(1);
  });

  it("behind a load balancer deliveries go round, and a repetition reaches another instance", async () => {
    const other = createServer((request, response) => {
      request.resume();
      response.writeHead(200).end();
    }).listen(0, "127.0.0.1");
    await once(other, "listening");
    const at = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    slack.deliverTo(at(app), at(other));
    slack.retryUnanswered();
    await slack.person("U1").writes("hello");
    await slack.arrived();
    expect(slack.deliveries.map(({ status, retryNum }) => [status, retryNum])).toEqual([
      [500, undefined],
      [200, 1],
    ]);
    other.closeAllConnections();
    other.close();
  });

  it("events come twice and in another order by chance, and all of them come", async () => {
    answer = (response) => response.writeHead(200).end();
    slack.disturb({ seed: 3, twice: 0.3, late: 0.5 });
    const written = Array.from({ length: 20 }, (_, index) => slack.unsent("U1").writes(`${index}`));
    const brought = written.map((envelope) => slack.deliver(envelope));
    await pass(MINUTE);
    await Promise.all(brought);
    const inOrder = written.map(({ body }) => body.event_id);
    const ids = heard.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids)).toEqual(new Set(inOrder));
    expect([...new Set(ids)]).not.toEqual(inOrder);
  });
});
