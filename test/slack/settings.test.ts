import { describe, expect, it } from "vitest";
import { NOBODY_NAMED } from "../../src/slack/roles.ts";
import { readSettings } from "../../src/slack/settings.ts";

const SOCKET = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const HTTP = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "secret" };

const problemsOf = (env: Record<string, string>): string[] => {
  const read = readSettings(env);
  return "problems" in read ? read.problems : [];
};

describe("settings", () => {
  it("nothing at all means the stand-in, with everything else as usual", () => {
    expect(readSettings({})).toEqual({
      connection: undefined,
      apiUrl: undefined,
      command: "/practice",
      database: "data/tightrope.db",
      store: "data/tightrope.db",
      flows: "flows",
      whoIsWho: NOBODY_NAMED,
      logLevel: "info",
      operations: { port: undefined, traces: undefined },
      stopWithin: 10_000,
    });
  });

  it("what is left empty counts as left out", () => {
    expect(readSettings({ SLACK_BOT_TOKEN: "", PORT: "", LOG_LEVEL: "" })).toEqual(readSettings({}));
  });

  it("a bot token and an app token connect over a socket", () => {
    expect(readSettings(SOCKET)).toMatchObject({
      connection: { mode: "socket", botToken: "xoxb-1", appToken: "xapp-1" },
    });
  });

  it("a socket has one connection unless told, and at most ten", () => {
    expect(readSettings(SOCKET)).toMatchObject({ connection: { connections: 1 } });
    expect(readSettings({ ...SOCKET, SLACK_CONNECTIONS: "4" })).toMatchObject({
      connection: { connections: 4 },
    });
    for (const wrong of ["0", "11", "two", "1.5"])
      expect(problemsOf({ ...SOCKET, SLACK_CONNECTIONS: wrong })).toEqual([
        expect.stringContaining("from 1 to 10"),
      ]);
  });

  it("a bot token and a signing secret wait for requests, on port 3000 unless told", () => {
    const connection = { mode: "http", botToken: "xoxb-1", signingSecret: "secret", port: 3_000 };
    expect(readSettings(HTTP)).toMatchObject({ connection });
    expect(readSettings({ ...HTTP, PORT: "8080" })).toMatchObject({
      connection: { ...connection, port: 8_080 },
    });
  });

  it("with all three, the socket is used", () => {
    expect(readSettings({ ...SOCKET, ...HTTP })).toMatchObject({ connection: { mode: "socket" } });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      "a user's token instead of a bot's",
      { ...SOCKET, SLACK_BOT_TOKEN: "xoxp-1" },
      "should begin with xoxb-",
    ],
    [
      "another token in place of the app's",
      { ...SOCKET, SLACK_APP_TOKEN: "xoxb-1" },
      "should begin with xapp-",
    ],
    ["a bot token alone", { SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN (for Socket Mode) or"],
    ["an app token alone", { SLACK_APP_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN is missing"],
    ["a signing secret alone", { SLACK_SIGNING_SECRET: "secret" }, "SLACK_BOT_TOKEN is missing"],
    ["an address that is none", { SLACK_API_URL: "slack" }, "such as https://slack.com/api/"],
    ["a port that is a word", { PORT: "http" }, "PORT must be a whole number"],
    ["a port that does not exist", { PORT: "70000" }, "PORT must be a whole number"],
    ["a command without its slash", { PRACTICE_COMMAND: "practice" }, "must begin with /"],
    ["a command in capitals", { PRACTICE_COMMAND: "/Practice" }, "small letters"],
    ["a level nobody knows", { LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of trace"],
    ["a blank database", { TIGHTROPE_DB: " " }, "TIGHTROPE_DB"],
    ["another kind of database", { DATABASE_URL: "mysql://somewhere/tightrope" }, "DATABASE_URL"],
    ["a database without a port", { DATABASE_URL: "postgres://somewhere:port/tightrope" }, "DATABASE_URL"],
    ["a health port that is the port", { ...HTTP, HEALTH_PORT: "3000" }, "PORT and HEALTH_PORT are the same"],
    ["an address that is no Slack's", { SLACK_API_URL: "ftp://slack" }, "SLACK_API_URL must be an address"],
    ["a health port that is a word", { HEALTH_PORT: "on" }, "HEALTH_PORT must be a whole number"],
    ["no time to stop in", { STOP_WITHIN: "0" }, "STOP_WITHIN must be a number of seconds"],
    ["traces to nowhere", { OTEL_EXPORTER_OTLP_ENDPOINT: "collector" }, "such as http://collector:4318"],
    ["more traces than all", { OTEL_TRACES_SAMPLER_ARG: "2" }, "a share from 0 to 1"],
    ["a blank folder", { TIGHTROPE_FLOWS: " " }, "TIGHTROPE_FLOWS"],
  ])("%s is explained", (_what, env, words) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it("everything that is wrong is said at once", () => {
    expect(problemsOf({ PORT: "x", LOG_LEVEL: "x", PRACTICE_COMMAND: "x" })).toHaveLength(3);
  });

  it("a problem never repeats a secret", () => {
    expect(problemsOf({ ...SOCKET, SLACK_BOT_TOKEN: "my-secret" }).join()).not.toContain("my-secret");
  });

  it.each([
    ["TIGHTROPE_LEADS", "leads"],
    ["TIGHTROPE_TRAINERS", "trainers"],
    ["TIGHTROPE_ADMINS", "admins"],
  ])("%s names people and user groups, each once", (name, role) => {
    const named = { people: ["U01ABC", "W02DEF"], groups: ["S03GHI"] };
    expect(readSettings({ [name]: "U01ABC, W02DEF,S03GHI U01ABC" })).toMatchObject({
      whoIsWho: { ...NOBODY_NAMED, [role]: named },
    });
  });

  it("in many workspaces nobody is named by an id, which could be somebody else in another", () => {
    const env = { SLACK_CLIENT_ID: "1.2", TIGHTROPE_ADMINS: "U01ABC", TIGHTROPE_LEADS: "U01ABC" };
    const problems = problemsOf(env).join("\n");
    expect(problems).toContain("TIGHTROPE_ADMINS names members of a single workspace");
    expect(problems).toContain("TIGHTROPE_LEADS names members of a single workspace");
  });

  it("a user group can hold the second trainer", () => {
    const env = { TIGHTROPE_TRAINERS: "S03GHI", TIGHTROPE_SECOND_TRAINER: "yes" };
    expect(readSettings(env)).toMatchObject({ whoIsWho: { secondTrainer: true } });
  });

  it.each([
    ["a name instead of an id", { TIGHTROPE_TRAINERS: "@ada" }, "Copy member ID"],
    ["a channel instead of a person", { TIGHTROPE_ADMINS: "C01ABC" }, "TIGHTROPE_ADMINS must be"],
    ["no yes and no no", { TIGHTROPE_SECOND_TRAINER: "maybe" }, "must be yes or no"],
    [
      "one trainer who would have to approve alone",
      { TIGHTROPE_TRAINERS: "U01ABC", TIGHTROPE_SECOND_TRAINER: "yes" },
      "at least two trainers",
    ],
  ])("%s is told", (_what, env, told) => {
    expect(problemsOf(env as Record<string, string>).join()).toContain(told);
  });
});
