import { WebAPIPlatformError, WebAPIRequestError } from "@slack/web-api";

// Errors that Slack names although the message may have arrived, or could a moment later.
const PASSING = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited"];

// What Slack says of a token that is no longer good: the app was removed, or has another one by now.
const REFUSED = ["account_inactive", "invalid_auth", "token_expired", "token_revoked"];

const names = (error: unknown, known: readonly string[]) =>
  error instanceof WebAPIPlatformError && known.includes(error.data.error);

/** Whether Slack refused the token itself; with another one the very same may be asked again. */
export const isRefusal = (error: unknown): boolean => names(error, REFUSED);

/** Whether an error would come again however often we try. */
export const isFinal = (error: unknown) =>
  error instanceof RangeError ||
  (error instanceof WebAPIPlatformError && !names(error, PASSING) && !isRefusal(error));

// What the network says before anything has left.
const NEVER_LEFT = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** Whether Slack gave no answer to something that had left, so that it may be taken there even later. */
export const mayStillArrive = (error: unknown): boolean =>
  error instanceof WebAPIRequestError && !NEVER_LEFT.test(causeOf(error));

/** What an error says, for the log. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What is at the bottom of an error, such as "ECONNREFUSED". */
export function causeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && typeof error.code === "string" && /^(?:E|UND_ERR_)[A-Z_]+$/.test(error.code))
    return error.code;
  return error.cause === undefined ? error.message : causeOf(error.cause);
}
