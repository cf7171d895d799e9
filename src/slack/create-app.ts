import { App, type Authorize, type CustomRoute, HTTPReceiver } from "@slack/bolt";
import type { Logger as Pino } from "pino";
import type { Watch } from "../operations/watch.ts";
import { boltLogger, clientOptions } from "./client-options.ts";
import { refuseNothing } from "./refuse-nothing.ts";
import type { Connection } from "./settings.ts";
import { socketConnections } from "./socket-connections.ts";

/** What an installation in many workspaces brings along: whose token answers, and the pages to install it on. */
export type ForMany = { authorize: Authorize<boolean>; routes: CustomRoute[] };

/** The Bolt app for a connection, to be initialised before it starts; the kinds of connection differ only here. */
export function createApp(
  connection: Connection,
  apiUrl: string | undefined,
  log: Pino,
  many?: ForMany | undefined,
  watch?: Watch | undefined,
): App {
  const logger = boltLogger(log);
  const options = {
    clientOptions: clientOptions(apiUrl, log, watch),
    convoStore: false as const,
    logger,
    extendedErrorHandler: true as const,
    // Otherwise Bolt asks Slack who it is once, and hears nothing for ever if that one answer fails.
    deferInitialization: true as const,
  };
  if (connection.mode === "socket") {
    const { botToken, appToken, connections = 1 } = connection;
    const { clientOptions } = options;
    const receiver = socketConnections({ appToken, connections, logger, clientOptions });
    return new App({ ...options, token: botToken, receiver });
  }
  const { signingSecret, port } = connection;
  const customRoutes = many?.routes ?? [];
  const receiver = refuseNothing(new HTTPReceiver({ signingSecret, port, logger, customRoutes }), logger);
  const who = many
    ? { authorize: many.authorize }
    : connection.mode === "http"
      ? { token: connection.botToken }
      : {};
  return new App({ ...options, ...who, receiver });
}
