import { type Logger, LogLevel } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";
import type { Logger as Pino } from "pino";
import type { Watch } from "../operations/watch.ts";
import { plainFetch } from "./plain-fetch.ts";
import { watchCalls } from "./watch-calls.ts";

/** One attempt and a limit in time: what did not surely arrive is settled by the outbox, never by sending twice. */
const CLIENT = { timeout: 10_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };

/** How every client asks Slack. */
export const clientOptions = (apiUrl: string | undefined, log: Pino, watch?: Watch): WebClientOptions => ({
  ...CLIENT,
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  fetch: watch ? watchCalls(watch) : plainFetch,
  logger: boltLogger(log),
});

const THROWN = /^(?:http request failed|Failed to retrieve a new WSS URL)/;

/** The log as Bolt and its clients use it. Their debug lines can hold whole bodies, so nothing below a warning passes. */
export function boltLogger(log: Pino): Logger {
  const words = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
  // What is thrown as well is told once, by whoever catches it and knows what comes of it.
  const told = (level: "warn" | "error", text: string) =>
    THROWN.test(text) ? log.debug(text) : log[level](text);
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => told("warn", words(parts)),
    error: (...parts) => told("error", words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
