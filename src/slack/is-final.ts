import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";

// Errors that Slack names although the message may have arrived, or could a moment later; the last ones while it moves
// or locks a workspace.
const PASSING = [
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "ratelimited",
  "rate_limited",
  "accesslimited",
  "ekm_access_denied",
  "org_login_required",
  "team_access_not_granted",
  "team_added_to_org",
];

// What Slack says of a token that is no longer good: the app was removed, or has another one by now.
const REFUSED = ["account_inactive", "invalid_auth", "token_expired", "token_revoked"];

const names = (error: unknown, known: readonly string[]) =>
  error instanceof WebAPIPlatformError && known.includes(error.data.error);

/** Whether Slack refused the token itself; with another one the very same may be asked again. */
export const isRefusal = (error: unknown): boolean => names(error, REFUSED);

/** Whether Slack names an error that passes by itself. */
export const isPassing = (error: unknown): boolean => names(error, PASSING);

/** Whether the app may not do something, until somebody gives it the scope for that. */
export const lacksScope = (error: unknown): boolean => names(error, ["missing_scope", "not_authed"]);

/** How long Slack asks to be left in peace, in ms. */
export const patienceOf = (error: unknown): number =>
  error instanceof WebAPIRateLimitedError ? Math.max(1, error.retryAfter) * 1_000 : 0;

/** Whether an error would come again however often we try. */
export const isFinal = (error: unknown) =>
  error instanceof RangeError ||
  (error instanceof WebAPIPlatformError && !isPassing(error) && !isRefusal(error));

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
