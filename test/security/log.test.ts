import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { redacting } from "../../src/operations/redact.ts";
import { DAY, HEARD, openTeamRoom, type TeamRoom } from "../slack/challenge/team-room.ts";
import { FED, GONE } from "../slack/practice-room.ts";

const ENVIRONMENT = {
  SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
  SLACK_CLIENT_SECRET: 'client"secret\\of-ours',
  TIGHTROPE_KEY: "bmV3LWtleS1vZi0zMi1ieXRlcw==,b2xkLWtleS1vZi0zMi1ieXRlcw==",
  DATABASE_URL: "postgres://tightrope:p%40ssword-of-pg@db.example:5432/tightrope",
  PGPASSWORD: "another-password",
  HOME: "/home/somebody",
};

describe("the log", () => {
  it.each([
    ["a bot token", "xoxb-1234-5678-abcDEF"],
    ["a token that rotates", "xoxe.xoxb-1-abcDEF-123"],
    ["a refresh token", "xoxe-1-abcDEF123"],
    ["a user token", "xoxp-1234-abc"],
    ["an app token", "xapp-1-A01-123-abcdef"],
    ["the signing secret", ENVIRONMENT.SLACK_SIGNING_SECRET],
    ["the client secret", ENVIRONMENT.SLACK_CLIENT_SECRET],
    ["the newer key", "bmV3LWtleS1vZi0zMi1ieXRlcw=="],
    ["the older key", "b2xkLWtleS1vZi0zMi1ieXRlcw=="],
    ["the address of the database", ENVIRONMENT.DATABASE_URL],
    ["the database's password as it is typed", "p@ssword-of-pg"],
    ["another password", ENVIRONMENT.PGPASSWORD],
    ["a password in some other address", "amqp://user:hunter2@host/x"],
    ["a header", "Authorization: Bearer abcdef123456"],
  ])("never holds %s, whether in words, in a field or in an error", (_what, secret) => {
    const lines: string[] = [];
    const to = { write: (line: string) => void lines.push(line) };
    const log = pino({ level: "trace", hooks: { streamWrite: redacting(ENVIRONMENT) } }, to);
    log.trace(`It is ${secret} here.`);
    log.info({ deep: { reason: secret, list: [secret] } }, "a field");
    log.error({ err: new Error(`Refused: ${secret}`) }, "an error");
    expect(lines).toHaveLength(3);
    const bare = secret.replace(/^\w+:\/\/\w+:|^\w+: Bearer |@(?:host|db).*$/g, "");
    for (const line of lines) {
      expect(() => JSON.parse(line)).not.toThrow();
      expect(JSON.stringify(JSON.parse(line))).not.toContain(JSON.stringify(bare).slice(1, -1));
      expect(line).toContain("[redacted]");
    }
  });

  it("keeps what is no secret", () => {
    const line = '{"id":"Ev00012","reason":"channel_not_found","home":"/home/somebody","at":"12:30"}';
    expect(redacting(ENVIRONMENT)(line)).toBe(line);
  });
});

describe("a day of the log, down to its finest lines", () => {
  let room: TeamRoom;
  beforeEach(async () => {
    room = await openTeamRoom({ people: ["U1", "U2", "U3"] });
  });
  afterEach(() => room.close());

  const WRITTEN = {
    practice: "Pineapple: that is a miserable lunch before your meeting.",
    word: "Quincewords for the team",
    alias: "Persimmon",
    relay: "Tamarind soup before a meeting, that is a poor start. What was wrong with it?",
    reason: "You said back what that Rambutan week had been like for him.",
    command: "durian-is-no-customer",
    thread: "Mangosteen in a thread",
    edited: "Jackfruit, said otherwise",
  };

  it("holds nothing of what people wrote and no token, whatever goes wrong meanwhile", async () => {
    const { slack, quiet, store } = room;
    const write = (person: string, text: string) => slack.person(person).writes(text).then(quiet);
    await room.launches("relay", { flows: "cold-soup", word: WRITTEN.word });
    for (const person of ["U2", "U3"]) await room.joins(person);
    const card = slack.dm("U3").find(({ text }) => text.includes("You take part"));
    if (!card) throw new Error("Nobody was told that they take part.");
    await room.presses(card, "challenge:appear", "U3");
    await slack.person("U3").submits(room.page("U3"), { "challenge:alias": WRITTEN.alias }).then(quiet);
    const asked = room.threaded().findLast((one) => JSON.stringify(one.blocks).includes("relay:answer"));
    if (!asked) throw new Error("Nobody can answer the customer.");
    await room.presses(asked, "relay:answer", "U3");
    await slack.person("U3").submits(room.page("U3"), { "relay:text": WRITTEN.relay }).then(quiet);
    expect(JSON.stringify(room.threaded())).toContain("Tamarind");

    await room.asks("kudos <@U2>", "U1");
    const kudos = { "kudos:skill": "validation", "kudos:reason": WRITTEN.reason };
    await slack.person("U1").submits(room.page("U1"), kudos).then(quiet);
    expect(JSON.stringify(slack.dm("U2"))).toContain("Rambutan");

    await room.asks(WRITTEN.command, "U1");
    await slack.person("U2").command("/practice", "cold-soup").then(quiet);
    const said = await slack.person("U2").writes(WRITTEN.practice);
    await slack.person("U2").edits(said.ts, WRITTEN.edited).then(quiet);
    await slack.person("U2").writes(WRITTEN.thread, { thread_ts: said.ts }).then(quiet);

    // Slack fails in every way it knows, and so does the database.
    for (const kind of ["broken", "lost"] as const) {
      slack.failNext("chat.postMessage", { kind });
      await write("U2", `${WRITTEN.practice} ${kind}`);
      await room.pass(60_000);
    }
    slack.failNext("users.info", { kind: "broken" });
    await slack.person("U3").command("/practice", "cold-soup");
    await new Promise((resolve) => setTimeout(resolve, 400));
    await quiet();
    const { once } = store;
    const broken = new Error("no such table: practice");
    store.once = async () => Promise.reject(broken);
    await slack.person("U3").writes(`${WRITTEN.practice} in vain`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    store.once = once;
    await quiet();
    for (const line of [FED, HEARD, GONE, "stop"]) await write("U2", line);
    await room.pass(DAY);

    const log = room.logged.join("\n");
    expect(room.logged.length).toBeGreaterThan(3);
    expect(log).toContain("no such table");
    for (const words of [
      "ineapple",
      "Quince",
      "Persimmon",
      "Tamarind",
      "Rambutan",
      "durian",
      "Mangosteen",
      "Jackfruit",
    ])
      expect(log).not.toContain(words);
    for (const words of [FED, HEARD, GONE, "miserable", "xoxb-", "xapp-", slack.signingSecret])
      expect(log).not.toContain(words);
  });
});
