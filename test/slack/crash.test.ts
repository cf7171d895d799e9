import fc from "fast-check";
import { expect, it } from "vitest";
import { escaped } from "../../src/slack/message.ts";
import type { Envelope } from "../slack-double/envelope.ts";
import type { Fault } from "../slack-double/faults.ts";
import { type CrashingRoom, openCrashingRoom } from "./crashing-room.ts";
import { runningIn } from "./practice-room.ts";

/** What can happen, in any order and any number. */
type Happening =
  | { kind: "message"; copies: number }
  | { kind: "two messages at one instant" }
  | { kind: "an old delivery again"; which: number }
  | { kind: "time"; ms: number }
  | { kind: "fault"; method: string; fault: Fault }
  | { kind: "death"; steps: number };

const METHODS = ["chat.postMessage", "chat.postMessage", "conversations.history"];
const FAULTS: Fault[] = [
  { kind: "lost" },
  { kind: "limited", retryAfter: 3 },
  { kind: "broken" },
  { kind: "refused", error: "internal_error" },
];

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("message" as const), copies: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "two messages at one instant" as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("an old delivery again" as const), which: fc.nat() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("time" as const), ms: fc.integer({ min: 100, max: 70_000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("fault" as const),
      method: fc.constantFrom(...METHODS),
      fault: fc.constantFrom(...FAULTS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("death" as const), steps: fc.integer({ min: 1, max: 40 }) }),
  },
);

const RUNS = 40;

it("whatever is repeated, lost, late or cut short, each message is heard once and each line said once, in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 14 }), async (happenings) => {
      const room = await openCrashingRoom();
      try {
        await room.deliver(room.slack.unsent("U1").command("/practice", "cold-soup"));
        const written = await live(room, happenings);
        for (let minutes = 0; minutes < 12; minutes++) await room.pass(70_000);
        await expectExactlyOnce(room, written);
      } finally {
        await room.close();
      }
    }),
    { numRuns: RUNS },
  );
}, 120_000);

async function live(room: CrashingRoom, happenings: Happening[]): Promise<string[]> {
  const written: string[] = [];
  const envelopes: Envelope[] = [];
  const write = (): Envelope => {
    written.push(`word ${written.length}`);
    const envelope = room.slack.unsent("U1").writes(written.at(-1) ?? "");
    envelopes.push(envelope);
    return envelope;
  };
  for (const one of happenings) {
    if (one.kind === "message") await room.deliver(...Array(one.copies).fill(write()));
    else if (one.kind === "two messages at one instant") await room.deliver(...[write(), write()].reverse());
    else if (one.kind === "time") await room.pass(one.ms);
    else if (one.kind === "fault") room.slack.failNext(one.method, one.fault);
    else if (one.kind === "death") room.dieIn(one.steps);
    else if (envelopes.length > 0) await room.deliver(envelopes[one.which % envelopes.length] as Envelope);
  }
  return written;
}

async function expectExactlyOnce({ slack, store }: CrashingRoom, written: string[]): Promise<void> {
  const session = (await runningIn(store, "U1"))?.session;
  const heard = session?.turns.flatMap(({ reply }) => reply.split("\n")) ?? [];
  expect(heard.sort()).toEqual(written.sort());
  const told = slack.dm("U1").filter(({ bot }) => bot);
  expect(told.filter(({ username }) => username).map(({ text }) => text)).toEqual(session?.said.map(escaped));
  // Beside the customer's lines there is the message with the buttons, once.
  expect(told.filter(({ username }) => !username)).toHaveLength(1);
}
