import { randomUUID } from "node:crypto";
import { App, type Context, HTTPReceiver, type Logger, LogLevel } from "@slack/bolt";
import type { Logger as Pino } from "pino";
import type { Connection } from "./settings.ts";

/** One attempt and a limit in time: what did not surely arrive is settled by the outbox, never by sending twice. */
const CLIENT = { timeout: 10_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };

/** The Bolt app for a connection; Socket Mode and HTTP differ only here. */
export function createApp(connection: Connection, apiUrl: string | undefined, log: Pino): App {
  const options = {
    token: connection.botToken,
    clientOptions: { ...CLIENT, ...(apiUrl ? { slackApiUrl: apiUrl } : {}) },
    convoStore: false as const,
    logger: boltLogger(log),
    extendedErrorHandler: true as const,
  };
  const app =
    connection.mode === "socket"
      ? new App({ ...options, socketMode: true, appToken: connection.appToken })
      : new App({
          ...options,
          receiver: new HTTPReceiver({
            signingSecret: connection.signingSecret,
            port: connection.port,
            logger: options.logger,
          }),
        });
  answerErrors(app, log);
  return app;
}

type Failed = { error: Error; body: object; context: Context };
type Person = { user_id?: unknown; user?: { id?: unknown }; event?: { user?: unknown } };

// Our own bugs end here, once: a line in the log, and a reference for the person where they are.
function answerErrors(app: App, log: Pino) {
  app.error(async ({ error, body, context }: Failed) => {
    const reference = randomUUID().slice(0, 8);
    log.error(
      { reference, err: { name: error.name, message: error.message, stack: error.stack } },
      "a listener failed",
    );
    const person = body as Person;
    const user = context.userId ?? person.user_id ?? person.user?.id ?? person.event?.user;
    if (typeof user !== "string") return;
    try {
      const opened = await app.client.conversations.open({ users: user });
      await app.client.chat.postMessage({
        channel: opened.channel?.id ?? user,
        text: `Something went wrong on our side. Nothing you wrote is lost; please try again. If it happens again, give whoever runs Tightrope this reference: ${reference}`,
      });
    } catch (failed) {
      log.error(
        { reference, err: failed instanceof Error ? failed.message : String(failed) },
        "could not tell the person",
      );
    }
  });
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
