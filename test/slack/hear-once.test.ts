import { setTimeout } from "node:timers/promises";
import type { App, ReceiverEvent } from "@slack/bolt";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { envelopeIn } from "../../src/slack/envelope.ts";
import { type Hearing, hearOnce } from "../../src/slack/hear-once.ts";
import { openStore, type Store } from "../../src/store/store.ts";

let store: Store;
let steps: string[];
/** How long what follows from a message takes, in ms. */
let effort: number;
let hear: (event: Record<string, unknown>, id?: string) => Promise<void>;
let hearing: Hearing;

const WORDS = { type: "message", channel_type: "im", channel: "D1", user: "U1", ts: "1.1", text: "Hello" };

const open = (on: Store) => {
  // As little of Bolt as hearing needs: one listener, and what it throws.
  const app = {
    error: () => {},
    processEvent: async ({ customProperties, ack }: ReceiverEvent) => {
      await ack();
      await setTimeout(effort);
      const envelope = envelopeIn(customProperties as object);
      await on.once(envelope, async () => void steps.push("done"));
      envelope.done = true;
      steps.push("on disk");
    },
  } as unknown as App;
  hearing = hearOnce(app, async () => Promise.reject(), on, pino({ level: "silent" }));
  hear = (event, id = "Ev1") =>
    app.processEvent({
      body: { type: "event_callback", event_id: id, team_id: "T1", event },
      ack: async () => void steps.push("acknowledged"),
    });
};

beforeEach(async () => {
  store = await openStore(":memory:");
  vi.spyOn(store, "note");
  steps = [];
  effort = 0;
  open(store);
});
afterEach(() => store.close());

it("words are acknowledged as soon as what follows from them is on disk", async () => {
  await hear(WORDS);
  expect(steps).toEqual(["done", "on disk", "acknowledged"]);
  expect(store.note).not.toHaveBeenCalled();
});

it("said twice at the same time or later, they are done once and acknowledged each time", async () => {
  await Promise.all([hear(WORDS), hear(WORDS)]);
  await hear(WORDS);
  expect(steps.filter((step) => step === "done")).toHaveLength(1);
  expect(steps.filter((step) => step === "acknowledged")).toHaveLength(3);
});

it("what takes longer than Slack should wait is written down, acknowledged, and then done", async () => {
  effort = 700;
  await hear(WORDS);
  expect(steps).toEqual(["acknowledged", "done", "on disk"]);
  expect(store.note).toHaveBeenCalledTimes(1);
});

it("where many are under way, what comes next is written down before it has its turn", async () => {
  effort = 100;
  await Promise.all(Array.from({ length: 20 }, (_, index) => hear(WORDS, `Ev${index}`)));
  expect(store.note).toHaveBeenCalledTimes(4);
  expect(steps.slice(0, 4)).toEqual(Array(4).fill("acknowledged"));
  expect(steps.filter((step) => step === "done")).toHaveLength(20);
  expect(steps.filter((step) => step === "acknowledged")).toHaveLength(20);
});

it("what can be neither done nor written down is not acknowledged", async () => {
  const full = async () => {
    throw new Error("the disk is full");
  };
  open({ ...store, once: full, note: full });
  await expect(hear(WORDS)).rejects.toThrow("the disk is full");
  expect(steps).toEqual([]);
});

it("words with a file are written down first, as files have to be fetched", async () => {
  await hear({ ...WORDS, subtype: "file_share", files: [{ id: "F1", name: "flow.yml" }] });
  expect(steps).toEqual(["acknowledged", "done", "on disk"]);
  expect(store.note).toHaveBeenCalledTimes(1);
});

it("what the app has posted itself comes back, and is nobody's to hear or to keep", async () => {
  await hear({ ...WORDS, bot_id: "B1" });
  expect(steps).toEqual(["acknowledged"]);
  expect(store.note).not.toHaveBeenCalled();
});

it("what was written down and interrupted is heard again once, with when it came", async () => {
  await store.note({
    team: "T1",
    id: "Ev1",
    body: { type: "event_callback", event_id: "Ev1", event: WORDS },
  });
  await hearing.again();
  await hearing.heard();
  await hearing.again();
  await hearing.heard();
  expect(steps.filter((step) => step === "done")).toHaveLength(1);
});

it("whoever leaves hears nothing again, and leaves it to the others", async () => {
  await store.note({
    team: "T1",
    id: "Ev1",
    body: { type: "event_callback", event_id: "Ev1", event: WORDS },
  });
  const again = hearing.again();
  await hearing.settled();
  await again;
  await hearing.heard();
  expect(steps).toEqual([]);
  expect(await store.undone()).toHaveLength(1);
});
