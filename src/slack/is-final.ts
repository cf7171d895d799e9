import { WebAPIPlatformError } from "@slack/web-api";

// Errors that Slack names although the message may have arrived, or could a moment later.
const PASSING = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited"];

/** Whether an error would come again however often we try. */
export const isFinal = (error: unknown) =>
  error instanceof RangeError ||
  (error instanceof WebAPIPlatformError && !PASSING.includes(error.data.error));

/** What an error says, for the log. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
