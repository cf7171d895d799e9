import type { App } from "@slack/bolt";
import { WebAPIPlatformError } from "@slack/web-api";
import type { Logger } from "pino";
import { TokenRefused, withToken } from "./check-token.ts";
import { isOutOfReach, reachSlack } from "./reach-slack.ts";
import type { Connection } from "./settings.ts";

/** From now on Slack is heard: at a port, or over connections that are opened as soon as Slack can be reached. */
export function openToSlack(app: App, connection: Connection, log: Logger) {
  if ("port" in connection) return app.start(connection.port);
  return reachSlack(() => withToken("SLACK_APP_TOKEN", app.start()), {
    log,
    // Of a socket that does not open there is no error of Slack's.
    passes: (error) => !isSlacksWord(error) || isOutOfReach(error),
  });
}

const isSlacksWord = (error: unknown) =>
  error instanceof WebAPIPlatformError || error instanceof TokenRefused;
