import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClock } from "./clock.ts";
import { createRateLimiter } from "./rate-limits.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";

const to = (channel: string) => ({ channel });

describe("A5: Slack's limits along the clock", () => {
  it("a channel takes a short burst, then one message a second", () => {
    const clock = createClock(0);
    const limit = createRateLimiter(clock, { burst: 3 });
    const post = (channel = "C1") => limit("chat.postMessage", to(channel), "xoxb-1");
    expect([post(), post(), post(), post()]).toEqual([undefined, undefined, undefined, 1]);
    expect(post("C2")).toBeUndefined();
    clock.advance(1_000);
    expect([post(), post()]).toEqual([undefined, 1]);
  });

  it("whoever comes before the time it was told is sent away again", () => {
    const clock = createClock(0);
    const limit = createRateLimiter(clock);
    const look = () => limit("usergroups.users.list", {}, "xoxb-1");
    const [refusedAt] = Array.from({ length: 21 }, look).filter(Boolean);
    expect(refusedAt).toBe(3);
    clock.advance(2_000);
    expect(look()).toBe(1);
    clock.advance(1_000);
    expect(look()).toBeUndefined();
  });

  it("each method and each workspace has a tier of its own", () => {
    const limit = createRateLimiter(createClock(0));
    const update = (token: string) => limit("chat.update", to("C1"), token);
    expect(Array.from({ length: 51 }, () => update("xoxb-1")).filter(Boolean)).toHaveLength(1);
    expect(update("xoxb-2")).toBeUndefined();
    expect(limit("users.info", {}, "xoxb-1")).toBeUndefined();
    expect(limit("auth.test", {}, "xoxb-1")).toBeUndefined();
  });

  it("a workspace takes several hundred messages a minute in all its channels", () => {
    const limit = createRateLimiter(createClock(0));
    const posts = Array.from({ length: 310 }, (_, index) => limit("chat.postMessage", to(`C${index}`), "x"));
    expect(posts.filter((one) => one === undefined)).toHaveLength(300);
  });
});

describe("a Slack in which things go wrong by themselves", () => {
  let slack: SlackDouble;
  beforeEach(async () => {
    slack = await startSlackDouble({ people: [{ id: "U1" }] });
  });
  afterEach(() => slack.close());

  const post = async (text: string) => {
    const answer = await fetch(`${slack.slackApiUrl}chat.postMessage`, {
      method: "POST",
      headers: { authorization: `Bearer ${slack.token}`, "content-type": "application/json" },
      body: JSON.stringify({ channel: "U1", text }),
    }).catch(() => undefined);
    return answer ? [answer.status, answer.headers.get("retry-after")].filter(Boolean).join(" ") : "lost";
  };
  const outcomes = async (count: number) => {
    const seen: string[] = [];
    for (let i = 0; i < count; i++) seen.push(await post(`line ${i}`));
    return seen;
  };

  it("says 429 with Retry-After when it is told too much, and hears on after that", async () => {
    slack.limitRates({ burst: 2 });
    expect(await outcomes(3)).toEqual(["200", "200", "429 1"]);
    slack.clock.advance(1_000);
    expect(await outcomes(1)).toEqual(["200"]);
  });

  it("loses answers, breaks and limits by chance, the same for the same seed", async () => {
    slack.failSometimes({ seed: 7, lost: 0.2, broken: 0.2, limited: 0.2 });
    const once = await outcomes(40);
    slack.failSometimes({ seed: 7, lost: 0.2, broken: 0.2, limited: 0.2 });
    expect(await outcomes(40)).toEqual(once);
    for (const kind of ["200", "lost", "500", "503", "429"])
      expect(once.some((one) => one.startsWith(kind))).toBe(true);
    // What was lost was done all the same.
    const done = once.filter((one) => one === "200" || one === "lost").length;
    expect(slack.dm("U1")).toHaveLength(2 * done);
  });
});
