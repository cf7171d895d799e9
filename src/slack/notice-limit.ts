import type { App, ReceiverEvent } from "@slack/bolt";
import type { Logger } from "pino";
import type { Watch } from "../operations/watch.ts";
import { misshapen } from "./check-envelope.ts";

/**
 * Notices when Slack keeps events back, which it does beyond 30,000 an hour from one workspace, and when too much was
 * not acknowledged. It says so once for each such minute, with no event in it: there is nothing to keep and nothing to
 * answer, but what people wrote meanwhile never arrives, so whoever runs the app has to know.
 * See https://docs.slack.dev/reference/events/app_rate_limited.
 */
export function noticeLimit(app: App, log: Logger, watch?: Watch | undefined): void {
  const hear = app.processEvent.bind(app);
  app.processEvent = (event: ReceiverEvent) => {
    const { body } = event;
    if (body?.type !== "app_rate_limited" || misshapen(body)) return hear(event);
    watch?.withheld();
    log.warn(
      { team: body.team_id, minute: minuteOf(body.minute_rate_limited) },
      "Slack keeps events back: too many of this workspace in an hour",
    );
    return event.ack();
  };
}

// Seconds since 1970, in a form to be read; nothing where it is no such number.
function minuteOf(seconds: unknown): string | undefined {
  const at = new Date(typeof seconds === "number" ? seconds * 1_000 : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
