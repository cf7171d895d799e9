import {
  LogLevel,
  WebAPIHTTPError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";

describe("calls go wrong when a test says so, and only then", () => {
  let slack: SlackDouble;
  let client: WebClient;

  beforeEach(async () => {
    slack = await startSlackDouble({ scopes: ["chat:write"], people: [{ id: "U1" }] });
    client = new WebClient(slack.token, {
      slackApiUrl: slack.slackApiUrl,
      retryConfig: { retries: 0 },
      logLevel: LogLevel.ERROR,
      rejectRateLimitedCalls: true,
      timeout: 300,
    });
  });
  afterEach(() => slack.close());

  const say = (text: string) => client.chat.postMessage({ channel: "U1", text });
  const texts = () => slack.dm("U1").map((message) => message.text);

  it("A5: a limited call says when to come back, and the next one goes through", async () => {
    slack.failNext("chat.postMessage", { kind: "limited", retryAfter: 3 });
    const error = await say("one").catch((thrown) => thrown);
    expect(error).toBeInstanceOf(WebAPIRateLimitedError);
    expect(error.retryAfter).toBe(3);
    await say("two");
    expect(texts()).toEqual(["two"]);
  });

  it("a broken Slack answers 500, and a refusing one with the error ordered", async () => {
    slack.failNext("chat.postMessage", { kind: "broken" });
    expect(await say("one").catch((thrown) => thrown)).toBeInstanceOf(WebAPIHTTPError);
    slack.failNext("*", { kind: "refused", error: "fatal_error" });
    expect((await say("two").catch((thrown) => thrown)).data.error).toBe("fatal_error");
    expect(texts()).toEqual([]);
  });

  it("a lost answer leaves the message in Slack", async () => {
    slack.failNext("chat.postMessage", { kind: "lost" });
    expect(await say("one").catch((thrown) => thrown)).toBeInstanceOf(WebAPIRequestError);
    expect(texts()).toEqual(["one"]);
    expect(slack.calls).toMatchObject([{ fault: "lost", result: { ok: true } }]);
  });

  it("A2: a call that hangs does nothing and ends by the client's own timeout", async () => {
    slack.failNext("chat.postMessage", { kind: "hang" });
    expect(await say("one").catch((thrown) => thrown)).toBeInstanceOf(WebAPIRequestError);
    expect(texts()).toEqual([]);
  });

  it("a held call is overtaken by the next, until it is let go", async () => {
    let letGo = () => {};
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    slack.failNext("chat.postMessage", { kind: "held", until });
    const first = say("one");
    await say("two");
    letGo();
    await first;
    expect(texts()).toEqual(["two", "one"]);
  });

  it("A2: a client that retries by itself says a line twice when the first answer was lost", async () => {
    const eager = new WebClient(slack.token, {
      slackApiUrl: slack.slackApiUrl,
      retryConfig: { retries: 1, minTimeout: 1 },
      logLevel: LogLevel.ERROR,
    });
    slack.failNext("chat.postMessage", { kind: "lost" });
    await eager.chat.postMessage({ channel: "U1", text: "one" });
    expect(texts()).toEqual(["one", "one"]);
  });
});
