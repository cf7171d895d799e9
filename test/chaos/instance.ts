import { fileURLToPath } from "node:url";
import { pino } from "pino";
import type { Flow } from "../../src/flow/flow.ts";
import type { Connection } from "../../src/slack/settings.ts";
import { createTightrope } from "../../src/slack/tightrope.ts";
import { readFlowFile } from "../../src/store/flow-folder.ts";
import { openStore } from "../../src/store/store.ts";

/** What an instance needs to know before it starts. */
export type Going = {
  connection: Connection;
  apiUrl: string;
  address: string;
  seed: number;
  offset: number;
  flows: string[];
};

/** What the campaign says to an instance; the clock of all of them is the real one, moved by so many ms. */
export type Said = { go: Going } | { offset: number } | { stop: true };

/**
 * What an instance answers: it has read everything; it hears, on that port where Slack comes over HTTP; its clock is
 * moved by so much; it has stopped.
 */
export type Answered =
  | { ready: true }
  | { port: number }
  | { moved: number }
  | { stopped: true }
  | { failed: string };

let offset = 0;
let turn = async () => {};
let turning = Promise.resolve();
let stop = async () => {};

// Only what is played is read, so that a start is quick.
function flowAt(id: string): Flow {
  const { flow, problems } = readFlowFile(fileURLToPath(new URL(`../../flows/${id}.yml`, import.meta.url)));
  if (!flow) throw new Error(JSON.stringify(problems));
  return flow;
}

const answer = (answered: Answered) => process.send?.(answered);
const log = pino({ level: process.env.LOG_LEVEL ?? "warn" });

async function go({ connection, apiUrl, address, seed, flows, ...at }: Going): Promise<void> {
  offset = at.offset;
  const played = flows.map(flowAt);
  const now = () => Date.now() + offset;
  const store = await openStore(address, now);
  const tightrope = createTightrope({
    connection,
    apiUrl,
    store,
    flows: () => played,
    command: "/practice",
    log,
    now,
    seed: () => seed,
  });
  turn = tightrope.clockwork.turn;
  stop = async () => {
    await turning;
    turn = async () => {};
    await tightrope.stop();
    await store.close();
  };
  answer({ port: (await tightrope.start()) ?? 0 });
}

process.on("message", (said: Said) => {
  if ("go" in said)
    void go(said.go).catch((error: unknown) => {
      answer({ failed: error instanceof Error ? String(error.stack) : String(error) });
      process.exit(1);
    });
  else if ("offset" in said) {
    offset = said.offset;
    answer({ moved: offset });
    // What was an instant away is due now, and nobody's timer knows.
    turning = turning.then(turn).catch((error: unknown) => log.error({ err: String(error) }, "it stumbled"));
  } else
    void stop().then(() => {
      answer({ stopped: true });
      process.exit(0);
    });
});
// As in app.ts: a Socket Mode reconnection that fails rejects where nobody can catch it.
process.on("unhandledRejection", (reason) =>
  log.error({ err: String(reason) }, "a promise was rejected unheard"),
);
// Whoever started it is gone.
process.on("disconnect", () => process.exit(0));
answer({ ready: true });
