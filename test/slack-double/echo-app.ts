import type { AddressInfo } from "node:net";
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { SlackDouble } from "./slack-double.ts";
import { until } from "./until.ts";

/** A bare Bolt app that answers each plain message, and `heard` them; `stop` waits for what it still does. */
export type EchoApp = { app: App; heard: string[]; stop: () => Promise<void> };

/** Starts it on a free port in front of a double, or over Socket Mode. */
export async function startEchoApp(slack: SlackDouble, how: "http" | "socket" = "http"): Promise<EchoApp> {
  const { signingSecret, slackApiUrl, appToken, workspace } = slack;
  const quiet = { logLevel: LogLevel.ERROR };
  const receiver =
    how === "http"
      ? new HTTPReceiver({ signingSecret, ...quiet })
      : new SocketModeReceiver({ appToken, ...quiet, installerOptions: { clientOptions: { slackApiUrl } } });
  const app = new App({
    receiver,
    authorize: async ({ teamId = workspace.team.id }) => ({
      botToken: slack.tokenOf({ team: teamId }) ?? slack.token,
      botId: workspace.app.botId,
      botUserId: workspace.app.botUser,
    }),
    convoStore: false,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 }, timeout: 2000 },
    ...quiet,
  });
  const heard: string[] = [];
  app.message(async ({ message, say }) => {
    if (message.subtype !== undefined) return;
    heard.push(message.text ?? "");
    await say(`You said: ${message.text}`);
  });

  // Bolt's own stop does not wait for listeners; what they still say would be lost with the double.
  let busy = 0;
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    busy += 1;
    await process(event).finally(() => {
      busy -= 1;
    });
  };

  const server = await app.start(0);
  if (how === "http") {
    slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  }
  return {
    app,
    heard,
    async stop() {
      await until(() => busy === 0);
      await app.stop();
    },
  };
}
