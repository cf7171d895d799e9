import { App, HTTPReceiver, type Logger, LogLevel } from "@slack/bolt";
import type { Logger as Pino } from "pino";
import type { Connection } from "./settings.ts";

/** One attempt and a limit in time: what did not surely arrive is settled by the outbox, never by sending twice. */
const CLIENT = { timeout: 10_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };

/** The Bolt app for a connection, to be initialised before it starts; Socket Mode and HTTP differ only here. */
export function createApp(connection: Connection, apiUrl: string | undefined, log: Pino): App {
  const options = {
    token: connection.botToken,
    clientOptions: { ...CLIENT, ...(apiUrl ? { slackApiUrl: apiUrl } : {}) },
    convoStore: false as const,
    logger: boltLogger(log),
    extendedErrorHandler: true as const,
    // Otherwise Bolt asks Slack who it is once, and hears nothing for ever if that one answer fails.
    deferInitialization: true as const,
  };
  if (connection.mode === "socket")
    return new App({ ...options, socketMode: true, appToken: connection.appToken });
  const { signingSecret, port } = connection;
  return new App({ ...options, receiver: new HTTPReceiver({ signingSecret, port, logger: options.logger }) });
}

// Bolt's debug lines can hold whole bodies, so nothing below a warning passes.
function boltLogger(log: Pino): Logger {
  const words = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn(words(parts)),
    error: (...parts) => log.error(words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
