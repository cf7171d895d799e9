import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Tightrope } from "../../src/slack/tightrope.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { until } from "../slack-double/until.ts";
import { emptied, POSTGRES } from "../store/own-schema.ts";
import { COLD_SOUP, openSlack, quietly, runningIn, startTightrope } from "./practice-room.ts";

const PEOPLE = ["U1", "U2", "U3", "U4"];

let slack: SlackDouble;
let stores: Store[];
let instances: { tightrope: Tightrope; store: Store }[];
let logged: string[];

beforeEach(async () => {
  slack = await openSlack(PEOPLE);
  stores = [];
  instances = [];
  logged = [];
});
afterEach(async () => {
  await Promise.all(instances.map(({ tightrope }) => tightrope.stop()));
  for (const store of stores) await store.close();
  await slack.close();
});

async function start(store: Store, connections = 1): Promise<Tightrope> {
  const { token: botToken, appToken } = slack;
  const connection = { mode: "socket" as const, botToken, appToken, connections };
  const started = await startTightrope(slack, store, [COLD_SOUP], logged, [], { connection });
  instances.push({ tightrope: started, store });
  return started;
}

async function startOverHttp(store: Store): Promise<Tightrope> {
  const others = slack.deliveringTo();
  const started = await startTightrope(slack, store, [COLD_SOUP], logged);
  slack.deliverTo(...others, ...slack.deliveringTo());
  instances.push({ tightrope: started, store });
  return started;
}

// The first one goes; what is on its way to it is refused.
async function leave(): Promise<void> {
  const [first] = instances.splice(0, 1);
  await first?.tightrope.stop();
}

async function open(address: string): Promise<Store> {
  const store = await openStore(address, slack.clock.now);
  stores.push(store);
  return store;
}

async function quiet(): Promise<void> {
  await slack.arrived();
  for (const { tightrope, store } of instances) await quietly(tightrope, store);
}

async function pass(ms: number): Promise<void> {
  await quiet();
  slack.clock.advance(ms);
  await quiet();
}

const sayAll = (words: string) => Promise.all(PEOPLE.map((one) => slack.person(one).writes(words)));
const repliesOf = async (person: string) =>
  (await runningIn(stores[0] ?? never(), person))?.session.turns.map(({ reply }) => reply);
const customerSaid = (person: string) =>
  slack
    .dm(person)
    .filter(({ bot, username }) => bot && username)
    .map(({ text }) => text);

async function expectNothingLostAndNothingTwice(lines: string[]): Promise<void> {
  for (const person of PEOPLE) {
    expect(await repliesOf(person)).toEqual(lines);
    expect(customerSaid(person)).toHaveLength(1 + lines.length);
    // Everybody said the same to the same customer, so everybody was told the same, in the same order.
    expect(customerSaid(person)).toEqual(customerSaid("U1"));
  }
}

const STORES: (readonly [string, () => Promise<() => Promise<Store>>])[] = [
  [
    "one embedded store",
    async () => {
      const store = await open(":memory:");
      return async () => store;
    },
  ],
  ...(POSTGRES.isThere
    ? [
        [
          "a PostgreSQL of theirs",
          async () => {
            const address = await emptied();
            return () => open(address);
          },
        ] as const,
      ]
    : []),
];

describe.each(STORES)("two instances over Socket Mode on %s", (_name, place) => {
  it("share what Slack sends to any one of them, and lose nothing while one is refreshed", async () => {
    const store = await place();
    await start(await store());
    await start(await store());
    await until(() => slack.sockets.connected() === 2);
    slack.retryUnanswered();
    await Promise.all(PEOPLE.map((one) => slack.person(one).command("/practice", "cold-soup")));
    await quiet();
    await sayAll("one");
    await pass(2_000);
    const during = sayAll("two");
    slack.sockets.refresh(1);
    await during;
    await pass(2_000);
    await sayAll("three");
    await pass(2_000);
    await until(() => slack.sockets.connected() === 2);
    await sayAll("four");
    await pass(2_000);
    await expectNothingLostAndNothingTwice(["one", "two", "three", "four"]);
    const used = new Set(slack.deliveries.map(({ connection }) => connection));
    expect([...used].sort()).toEqual([1, 2, 3]);
  });
});

describe.each(STORES)("two instances behind a load balancer on %s", (_name, place) => {
  it("lose nothing and do nothing twice while events come twice and late, and one of them stops", async () => {
    const store = await place();
    await startOverHttp(await store());
    await startOverHttp(await store());
    slack.retryUnanswered();
    await Promise.all(PEOPLE.map((one) => slack.person(one).command("/practice", "cold-soup")));
    await quiet();
    slack.disturb({ seed: 11, twice: 0.4, late: 0.4, lateMs: 1_500 });
    const lines = ["one", "two", "three", "four"];
    for (const line of lines) {
      const arriving = sayAll(line);
      if (line === "three") await leave();
      // What is late comes within the first pass, and is taken by the end of the second.
      await pass(1_600);
      await arriving;
      await pass(2_000);
    }
    await pass(2_000);
    await expectNothingLostAndNothingTwice(lines);
    const { length } = slack.deliveries.filter(({ envelope }) => envelope.kind === "event");
    expect(length).toBeGreaterThan(lines.length * PEOPLE.length);
    expect(slack.deliveries.some(({ failed }) => failed === "connection_failed")).toBe(true);
  });
});

describe("the connections of one instance", () => {
  it("are as many as told, and each brings its part", async () => {
    await start(await open(":memory:"), 3);
    await until(() => slack.sockets.connected() === 3);
    await Promise.all(PEOPLE.map((one) => slack.person(one).command("/practice", "cold-soup")));
    await quiet();
    await sayAll("one");
    await pass(2_000);
    await expectNothingLostAndNothingTwice(["one"]);
    expect(new Set(slack.deliveries.map(({ connection }) => connection)).size).toBe(3);
  });

  it("are opened again at once after a refresh, and leave nobody waiting", async () => {
    await start(await open(":memory:"));
    slack.sockets.refresh();
    await until(() => slack.sockets.connections().join() === "2", 2_000);
    expect((await slack.person("U1").command("/practice", "cold-soup")).status).toBe(200);
  });

  it("come back after Slack refused them an address in an outage", async () => {
    await start(await open(":memory:"));
    slack.failNext("apps.connections.open", { kind: "broken", status: 503 });
    slack.failNext("apps.connections.open", { kind: "lost" });
    slack.failNext("apps.connections.open", { kind: "limited", retryAfter: 1 });
    slack.sockets.drop();
    await until(() => slack.sockets.connections().join() === "2", 10_000);
    expect(logged.filter((line) => line.includes("is tried again"))).toHaveLength(3);
    expect((await slack.person("U1").command("/practice", "cold-soup")).status).toBe(200);
  });

  it("beyond the ten that Slack allows are tried again until there is room", async () => {
    const store = await open(":memory:");
    await start(store, 9);
    await until(() => slack.sockets.connected() === 9);
    await start(store, 2);
    await until(() => logged.some((line) => line.includes("beyond 10 connections")));
    expect(slack.sockets.connected()).toBe(10);
    slack.sockets.drop(1);
    await until(() => !slack.sockets.connections().includes(1) && slack.sockets.connected() === 10);
  });

  it("that cannot be opened at the start are a reason not to start", async () => {
    slack.sockets.disableLink();
    await expect(start(await open(":memory:"))).rejects.toThrow("forbidden_team");
  });
});

function never(): never {
  throw new Error("There is no store.");
}
