import { App, HTTPReceiver, LogLevel } from "@slack/bolt";

// The simplest app that answers: one listener, one post for each message. What Tightrope is compared with.
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? "",
  receiver: new HTTPReceiver({
    signingSecret: process.env.SLACK_SIGNING_SECRET ?? "",
    logLevel: LogLevel.ERROR,
  }),
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? "", retryConfig: { retries: 0 } },
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
app.message(async ({ message, say }) => {
  if (message.subtype === undefined) await say(`You said: ${message.text}`);
});
await app.start(Number(process.env.PORT));
