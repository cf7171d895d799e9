import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/slack/settings.ts";

const HEX = "0f".repeat(32);
const BASE64 = Buffer.alloc(32, 7).toString("base64");
const MANY = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "client-secret",
  SLACK_SIGNING_SECRET: "signing-secret",
  TIGHTROPE_KEY: HEX,
};

const problemsOf = (env: Record<string, string>): string[] => {
  const read = readSettings(env);
  return "problems" in read ? read.problems : [];
};
const without = (name: keyof typeof MANY) => ({ ...MANY, [name]: "" });

describe("settings for many workspaces", () => {
  it("wait for requests with the app's own secrets, and no token", () => {
    expect(readSettings(MANY)).toMatchObject({
      connection: {
        mode: "oauth",
        clientId: "1.2",
        clientSecret: "client-secret",
        keys: [Buffer.from(HEX, "hex")],
        signingSecret: "signing-secret",
        port: 3_000,
      },
    });
  });

  it("take several keys, so that a key can be exchanged", () => {
    expect(readSettings({ ...MANY, TIGHTROPE_KEY: `${BASE64},${HEX}` })).toMatchObject({
      connection: { keys: [Buffer.alloc(32, 7), Buffer.from(HEX, "hex")] },
    });
  });

  it("are not meant by a key alone", () => {
    expect(readSettings({ TIGHTROPE_KEY: HEX })).toMatchObject({ connection: undefined });
    const single = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", TIGHTROPE_KEY: HEX };
    expect(readSettings(single)).toMatchObject({ connection: { mode: "socket" } });
  });

  it.each<[string, Record<string, string>, string]>([
    ["no client id", without("SLACK_CLIENT_ID"), "SLACK_CLIENT_ID is missing"],
    ["no client secret", without("SLACK_CLIENT_SECRET"), "SLACK_CLIENT_SECRET is missing"],
    ["no signing secret", without("SLACK_SIGNING_SECRET"), "SLACK_SIGNING_SECRET is missing"],
    ["no key", without("TIGHTROPE_KEY"), "openssl rand -base64 32"],
    ["a word for a key", { ...MANY, TIGHTROPE_KEY: "secret" }, "must be 32 random bytes"],
    [
      "a word for the earlier key",
      { ...MANY, TIGHTROPE_KEY: `${HEX},secret` },
      "Of the 2 keys in TIGHTROPE_KEY, key 2 cannot be read. TIGHTROPE_KEY must be 32 random bytes",
    ],
    ["a short key", { ...MANY, TIGHTROPE_KEY: HEX.slice(2) }, "must be 32 random bytes"],
    ["a single workspace's token as well", { ...MANY, SLACK_BOT_TOKEN: "xoxb-1" }, "Leave out the one"],
    ["a socket as well", { ...MANY, SLACK_APP_TOKEN: "xapp-1" }, "SLACK_APP_TOKEN is for a single workspace"],
  ])("%s is explained", (_what, env, words) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it("never repeat a secret in a problem", () => {
    const problems = problemsOf({ ...MANY, TIGHTROPE_KEY: "not-a-key", SLACK_BOT_TOKEN: "xoxb-hidden" });
    expect(problems.join()).not.toMatch(/not-a-key|xoxb-hidden|client-secret|signing-secret/);
  });
});
