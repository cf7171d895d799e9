import { createHmac } from "node:crypto";
import type { Envelope } from "./envelope.ts";

/** What came of bringing an envelope to the app. `status` 0 means that nobody answered; `ms` is real time. */
export type Delivery = {
  envelope: Envelope;
  ts: string;
  status: number;
  body: string;
  ms: number;
  /** Which repetition it was; the first delivery is none. */
  retryNum?: number;
  /** The Socket Mode connection it went over. */
  connection?: number;
  /** Why it failed, in Slack's words, if it did. */
  failed?: string;
  /** Whether the app asked for no repetition. */
  noRetry?: boolean;
};

/** How this delivery differs from a first and honest one. */
export type DeliveryOptions = {
  retryNum?: number;
  retryReason?: string;
  /** Laid over the headers Slack would send: a wrong signature, for example. */
  headers?: Record<string, string>;
  /** How old the signature is, in seconds. */
  age?: number;
  /** How long Slack waits for the answer, in ms of real time: 10 s unless told, so that slow machines pass. */
  patience?: number;
  /** The Socket Mode connection to send it over, or the one not to if there is another. */
  connection?: number;
  avoid?: number;
};

/** Signs an envelope and posts it to the app as Slack does over HTTP. */
export async function deliverOverHttp(
  url: string,
  signingSecret: string,
  envelope: Envelope,
  options: DeliveryOptions = {},
): Promise<Delivery> {
  const { body, type } = encoded(envelope);
  // Bolt compares with the real clock, so a signature is made in real time even when the double's stands still.
  const stamp = String(Math.floor(Date.now() / 1000) - (options.age ?? 0));
  const signature = createHmac("sha256", signingSecret).update(`v0:${stamp}:${body}`).digest("hex");
  const retry: Record<string, string> =
    options.retryNum === undefined
      ? {}
      : {
          "x-slack-retry-num": String(options.retryNum),
          "x-slack-retry-reason": options.retryReason ?? "http_timeout",
        };
  const headers = {
    "content-type": type,
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    "x-slack-request-timestamp": stamp,
    "x-slack-signature": `v0=${signature}`,
    ...retry,
    ...options.headers,
  };
  const begun = performance.now();
  const done = (status: number, answer: string, more: Partial<Delivery> = {}): Delivery => ({
    envelope,
    ts: envelope.ts,
    status,
    body: answer,
    ms: performance.now() - begun,
    ...more,
  });
  try {
    const signal = AbortSignal.timeout(options.patience ?? 10_000);
    const response = await fetch(url, { method: "POST", headers, body, signal });
    const answer = await response.text();
    if (response.ok) return done(response.status, answer);
    const noRetry = response.headers.get("x-slack-no-retry") === "1";
    return done(response.status, answer, { failed: "http_error", noRetry });
  } catch (error) {
    const failed = (error as Error).name === "TimeoutError" ? "http_timeout" : "connection_failed";
    return done(0, String((error as Error).cause ?? error), { failed });
  }
}

function encoded({ kind, body }: Envelope): { body: string; type: string } {
  if (kind === "event") return { body: JSON.stringify(body), type: "application/json" };
  const form = kind === "command" ? (body as Record<string, string>) : { payload: JSON.stringify(body) };
  return { body: new URLSearchParams(form).toString(), type: "application/x-www-form-urlencoded" };
}
