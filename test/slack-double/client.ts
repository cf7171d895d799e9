import { LogLevel, type WebAPICallResult, WebClient } from "@slack/web-api";
import type { SlackDouble } from "./slack-double.ts";

/** Slack's own client in front of a double, which tries everything once. */
export function clientOf(slack: SlackDouble, token = slack.token): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.slackApiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    timeout: 2000,
  });
}

/** The error code a call was refused with, and nothing when it was not. */
export async function refused(call: Promise<WebAPICallResult>): Promise<string | undefined> {
  return call.then(
    () => undefined,
    (error) => error.data?.error ?? String(error),
  );
}
