import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Backlog } from "../store/backlog.ts";
import type { Doing, Wait, Witness } from "./watch.ts";

/** What Prometheus reads, and the witness that counts it. No label names a person, a channel or a workspace. */
export type Metrics = {
  witness: Witness;
  /** Counts a line of the log. */
  logged(level: string): void;
  /** The page as Prometheus reads it, and its content type. */
  page(): Promise<{ type: string; text: string }>;
};

/** What is asked at each reading: what waits in the store, and whether Slack is connected. */
export type Asked = { backlog(): Promise<Backlog>; connected(): boolean; now(): number };

const QUICK = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];
const SLOW = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Counts what happens, and asks the rest when it is read. */
export function createMetrics(version: string, { backlog, connected, now }: Asked): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `tightrope_${name}`, help, labelNames, registers });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `tightrope_${name}`, help, labelNames, registers });
  const seconds = (name: string, help: string, buckets: number[], labelNames: string[] = []) =>
    new Histogram({ name: `tightrope_${name}_seconds`, help, labelNames, buckets, registers });

  const heard = counter("heard_total", "What came in from Slack.", ["kind", "outcome"]);
  const withheld = counter(
    "withheld_minutes_total",
    "Minutes for which Slack kept events of a workspace back.",
  );
  const sendings = counter("sendings_total", "Attempts to bring a message to Slack.", ["kind", "outcome"]);
  const calls = counter("slack_calls_total", "Calls to Slack's API.", ["method", "outcome"]);
  const lines = counter("log_lines_total", "Lines of the log.", ["level"]);
  const callTime = seconds("slack_call", "How long a call to Slack's API takes.", SLOW);
  const transactions = seconds("transaction", "How long a transaction takes, its turn included.", QUICK, [
    "of",
    "outcome",
  ]);
  const waits: Record<Wait, Histogram> = {
    acknowledgement: seconds("ack", "From what came in to its acknowledgement.", QUICK),
    answer: seconds("answer", "From what came in, or was due, to each answer's arrival in Slack.", SLOW),
    due: seconds("due_lag", "How late what was due was done.", SLOW),
  };

  gauge("build_info", "The version that runs.", ["version", "node"]).set(
    { version, node: process.version },
    1,
  );
  const isConnected = gauge("slack_connected", "1 when Slack can reach us, else 0.");
  const isStoreUp = gauge("store_up", "1 when the store answered this reading, else 0.");
  const undone = gauge("inbox_undone", "Heard and not yet done, over all instances.");
  const undoneAge = gauge("inbox_oldest_seconds", "Age of the oldest that is heard and not yet done.");
  const unsent = gauge("outbox_messages", "Written down and not yet in Slack, over all instances.", [
    "state",
  ]);
  const unsentAge = gauge("outbox_oldest_seconds", "Age of the oldest message not yet in Slack.");
  const overdue = gauge("overdue", "Due and not yet done, over all instances.");
  const overdueAge = gauge("overdue_oldest_seconds", "How late the oldest that is due and not yet done is.");
  const running = gauge("practices_running", "Practices under way, over all instances.");

  const age = (since: number | undefined) => (since === undefined ? 0 : Math.max(0, now() - since) / 1_000);
  const show = ({ inbox, outbox, due, practices }: Backlog) => {
    undone.set(inbox.undone);
    undoneAge.set(age(inbox.since));
    unsent.set({ state: "waiting" }, outbox.waiting);
    unsent.set({ state: "sending" }, outbox.sending);
    unsentAge.set(age(outbox.since));
    overdue.set(due.overdue);
    overdueAge.set(age(due.since));
    running.set(practices.running);
  };
  const ask = async () => {
    isConnected.set(connected() ? 1 : 0);
    const found = await backlog().catch(() => undefined);
    isStoreUp.set(found ? 1 : 0);
    if (found) show(found);
  };

  const ended: { [What in Doing["what"]]: (doing: never, outcome: string, seconds: number) => void } = {
    hear: ({ kind }: Of<"hear">, outcome) => heard.inc({ kind, outcome }),
    transaction: ({ of }: Of<"transaction">, outcome, time) => transactions.observe({ of, outcome }, time),
    send: ({ kind }: Of<"send">, outcome) => sendings.inc({ kind, outcome }),
    call: ({ method }: Of<"call">, outcome, time) => {
      calls.inc({ method, outcome });
      callTime.observe(time);
    },
  };
  return {
    witness: {
      began: (doing) => (outcome, time) => ended[doing.what](doing as never, outcome, time),
      waited: (wait, time) => waits[wait].observe(time),
      withheld: () => withheld.inc(),
    },
    logged: (level) => lines.inc({ level }),
    page: async () => {
      await ask();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

type Of<What extends Doing["what"]> = Extract<Doing, { what: What }>;
