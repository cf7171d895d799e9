import { StoreGone } from "../store/in-place.ts";
import type { Store } from "../store/store.ts";
import { answerHealth } from "./health.ts";
import { inTime, whyNot } from "./in-time.ts";
import type { Metrics } from "./metrics.ts";
import { openTraces, type Traces } from "./traces.ts";
import { watchFor } from "./watch.ts";
import { type Watched, type Watching, watchStore } from "./watch-store.ts";

/** What an operator wants to see; without either, nobody looks on and nothing is spent on it. */
export type Wanted = {
  /** Where /healthz, /readyz and /metrics are answered. */
  port: number | undefined;
  /** How many traces are kept, 0–1. */
  traces: number | undefined;
};

/** What operators see of an instance: whether it is well, what it does, and how long that takes. */
export type Operations = {
  /** The port that is listened on, if any. */
  port: number | undefined;
  /** Looks on at a store from now on, and gives what looks on at the rest, if anybody does. */
  attend(store: Store): { store: Store; watching: Watching | undefined };
  /** From now on it is ready as long as it is connected. */
  started(connected: () => boolean): void;
  /** From now on it is ready for nothing more. */
  stopping(): void;
  /** Counts a line of the log. */
  logged(level: string): void;
  close(): Promise<void>;
};

/** The clock asks at least once a second what is due; a restart helps when it has not for so long, in ms. */
const STILL = 120_000;

/**
 * Opens what operators look through, before anything else is there to be seen.
 * @throws {PortTaken} when the port cannot be listened on.
 */
export async function openOperations(wanted: Wanted, version: string, now = Date.now): Promise<Operations> {
  let watched: Watched | undefined;
  let state: "starting" | "started" | "stopping" = "starting";
  let connected = () => false;
  const store = () => watched?.store ?? missing();

  const traces: Traces | undefined =
    wanted.traces === undefined ? undefined : await openTraces(version, wanted.traces);
  let metrics: Metrics | undefined;
  let server: Awaited<ReturnType<typeof answerHealth>> | undefined;
  if (wanted.port !== undefined) {
    const { createMetrics } = await import("./metrics.ts");
    // Where nothing can be written, it is of no use that it can be read.
    const backlog = async () => (await inTime(store().answers().then(store().backlog))) ?? missing();
    const page = createMetrics(version, { backlog, connected: () => connected(), now });
    metrics = page;
    const beats = () => now() - (watched?.pulse() ?? now()) < STILL;
    server = await answerHealth(wanted.port, {
      alive: () => (state === "stopping" || beats() ? [] : ["The clock stands still."]),
      ready: async () => {
        if (state === "starting") return ["It is starting."];
        if (state === "stopping") return ["It is stopping."];
        const trouble = await whyNot(store().answers());
        return [...(trouble ? [inWords(trouble)] : []), ...(connected() ? [] : ["Slack is not connected."])];
      },
      page: page.page,
    });
  }
  const witnesses = [metrics?.witness, traces?.witness].filter((witness) => witness !== undefined);
  return {
    port: server?.port,
    attend: (inner) => {
      if (witnesses.length === 0) return { store: inner, watching: undefined };
      watched = watchStore(inner, watchFor(witnesses), now);
      return watched;
    },
    started: (asked) => {
      connected = asked;
      state = "started";
    },
    stopping: () => {
      state = "stopping";
    },
    logged: (level) => metrics?.logged(level),
    close: async () => {
      await traces?.close();
      await server?.close();
    },
  };
}

function missing(): never {
  throw new Error("The store does not answer.");
}

const inWords = (trouble: Error) =>
  trouble instanceof StoreGone ? trouble.message : "The store does not answer, or cannot be written.";
