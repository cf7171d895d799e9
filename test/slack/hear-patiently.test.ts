import type { App, ReceiverEvent } from "@slack/bolt";
import { WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { hearPatiently } from "../../src/slack/hear-patiently.ts";
import { openStore, type Store } from "../../src/store/store.ts";

let store: Store;
/** What Slack says to the listeners, one after the other; after that they get on. */
let refusals: Error[];
let heard: number;
let apologies: string[];
let leaving: AbortController;

beforeEach(async () => {
  store = await openStore(":memory:");
  [refusals, heard, apologies] = [[], 0, []];
  leaving = new AbortController();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

function hear(): Promise<boolean> {
  let tell = async (_: { error: Error; body: object }) => {};
  const app = {
    error: (listener: typeof tell) => {
      tell = listener;
    },
    processEvent: async ({ body }: ReceiverEvent) => {
      heard += 1;
      const error = refusals.shift();
      if (error) await tell({ error, body });
    },
  } as unknown as App;
  const client = {
    conversations: { open: async () => ({ channel: { id: "D1" } }) },
    chat: { postMessage: async ({ text }: { text: string }) => void apologies.push(text) },
  } as unknown as WebClient;
  const log = pino({ level: "silent" });
  const event = { body: { user: { id: "U1" } }, ack: async () => {} } as unknown as ReceiverEvent;
  return hearPatiently(app, async () => client, store, log, leaving.signal)(event, { team: "T1", id: "Ev1" });
}

it("what Slack's limits keep from being done is done when they let it, and nobody is told otherwise", async () => {
  refusals = [1, 2, 3, 4, 5, 6].map(() => new WebAPIRateLimitedError(60));
  const done = hear();
  await vi.advanceTimersByTimeAsync(59_999);
  expect(heard).toBe(1);
  await vi.advanceTimersByTimeAsync(5 * 60_000 + 1);
  expect(await done).toBe(true);
  expect([heard, apologies]).toEqual([7, []]);
});

it.each(["SQLITE_FULL", "53100", "25006"])(
  "what cannot be written down (%s) is left to Slack to repeat, and nobody is told otherwise",
  async (code) => {
    refusals = [1, 2, 3, 4].map(() => Object.assign(new Error("It cannot be written."), { code }));
    const done = hear();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await done).toBe(false);
    expect([heard, apologies]).toEqual([4, []]);
  },
);

it("whoever wrote is told when Slack's limits have lasted for ten minutes", async () => {
  refusals = Array.from({ length: 20 }, () => new WebAPIRateLimitedError(60));
  const done = hear();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(await done).toBe(true);
  expect(apologies).toEqual([expect.stringContaining("please try again")]);
});

it("whoever leaves while Slack's limits last does not wait for them, and tells nobody anything", async () => {
  refusals = [new WebAPIRateLimitedError(60)];
  const done = hear();
  await vi.advanceTimersByTimeAsync(10_000);
  leaving.abort();
  expect(await done).toBe(false);
  expect([heard, apologies]).toEqual([1, []]);
});
