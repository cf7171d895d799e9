import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Operations, openOperations } from "../../src/operations/operations.ts";
import type { Tightrope } from "../../src/slack/tightrope.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { Envelope } from "../slack-double/envelope.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { openSlack, quietly, startTightrope } from "./practice-room.ts";

let slack: SlackDouble;
let store: Store;
let operations: Operations;
let tightrope: Tightrope;
let logged: string[];
beforeEach(async () => {
  slack = await openSlack(["U1"]);
  operations = await openOperations({ port: 0, traces: undefined }, "1.2.3", slack.clock.now);
  const attended = operations.attend(await openStore(":memory:", slack.clock.now));
  store = attended.store;
  logged = [];
  tightrope = await startTightrope(slack, store, undefined, logged, [], { watching: attended.watching });
  operations.started(tightrope.connected);
});
afterEach(async () => {
  await tightrope.stop();
  await operations.close();
  await store.close();
  await slack.close();
});

// As Slack documents it: no event, no id, and nobody who did something.
const limited = (minute_rate_limited: unknown = 1_518_467_820): Envelope => ({
  kind: "event",
  person: "U1",
  ts: "1.1",
  body: {
    token: "verification-token",
    type: "app_rate_limited",
    team_id: "T0001",
    minute_rate_limited,
    api_app_id: "A0001",
  },
});
const withheld = async () => {
  const text = await (await fetch(`http://127.0.0.1:${operations.port}/metrics`)).text();
  return Number(/^tightrope_withheld_minutes_total (\d+)$/m.exec(text)?.[1]);
};
const warnings = () => logged.filter((line) => line.includes("Slack keeps events back"));

describe("when Slack keeps events back", () => {
  it("it is acknowledged, counted from zero on, and told to whoever runs the app; nothing is kept", async () => {
    expect(await withheld()).toBe(0);
    expect((await slack.deliver(limited())).status).toBe(200);
    expect((await slack.deliver(limited(1_518_467_880))).status).toBe(200);
    await quietly(tightrope, store);
    expect(await withheld()).toBe(2);
    expect(warnings().map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, team: "T0001", minute: "2018-02-12T20:37:00.000Z" },
      { level: 40, team: "T0001", minute: "2018-02-12T20:38:00.000Z" },
    ]);
    expect(warnings().join()).not.toContain("verification-token");
    expect(await store.undone()).toEqual([]);
    expect(logged.filter((line) => JSON.parse(line).level > 40)).toEqual([]);
  });

  it.each([["a word"], [Number.MAX_VALUE], [null]])(
    "a minute that is none (%s) breaks nothing",
    async (minute) => {
      expect((await slack.deliver(limited(minute))).status).toBe(200);
      expect([await withheld(), warnings().length]).toEqual([1, 1]);
    },
  );

  it("people are heard as before as soon as their words come again", async () => {
    await slack.deliver(limited());
    await slack.person("U1").command("/practice", "cold-soup");
    await quietly(tightrope, store);
    expect(slack.dm("U1").some(({ username }) => username)).toBe(true);
  });
});
