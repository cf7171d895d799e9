import type { App } from "@slack/bolt";
import { WebAPIPlatformError } from "@slack/web-api";
import type { Logger } from "pino";
import { OPTIONAL_SCOPES, SCOPES, type Scope } from "./workspaces/scopes.ts";

/** Slack does not take a token; what to do about it is in the message. */
export class TokenRefused extends Error {
  override name = "TokenRefused";
  constructor(setting: keyof typeof COPIED, reason: string) {
    const gone = ["account_inactive", "token_revoked"].includes(reason)
      ? "The app was removed from the workspace, or the token was taken back: install the app again. "
      : "";
    super(
      `Slack does not take ${setting} (${reason}). ${gone}${COPIED[setting]} into the environment or .env, and start again.`,
    );
  }
}

const COPIED = {
  SLACK_BOT_TOKEN: "Copy the Bot User OAuth Token (xoxb-…) from your app's Install App page",
  SLACK_APP_TOKEN:
    "Make an app-level token with connections:write on your app's Basic Information page, and copy it (xapp-…)",
};

/** Does what needs a token, and says which one it was and what to do where Slack refuses it. */
export const withToken = <Found>(setting: keyof typeof COPIED, work: Promise<Found>): Promise<Found> =>
  work.catch((error: unknown) => {
    const reason = error instanceof WebAPIPlatformError ? error.data.error : "";
    throw NOT_TAKEN.includes(reason) ? new TokenRefused(setting, reason) : error;
  });

const NOT_TAKEN = [
  ...["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"],
  ...["not_allowed_token_type", "missing_scope", "no_permission", "team_access_not_granted"],
];

/** Looks, before anybody is heard, whether Slack takes the bot's token and what it may do. @throws {TokenRefused} */
export async function checkToken(app: App, log: Logger): Promise<void> {
  const [, found] = await withToken("SLACK_BOT_TOKEN", Promise.all([app.init(), app.client.auth.test()]));
  const granted = found.response_metadata?.scopes;
  if (!granted) return;
  const lacking = SCOPES.filter((scope) => !granted.includes(scope));
  const isOptional = (scope: Scope) => OPTIONAL_SCOPES.includes(scope);
  const needed = lacking.filter((scope) => !isOptional(scope));
  if (needed.length > 0) log.warn({ scopes: needed }, LACKING);
  if (needed.length < lacking.length) log.info({ scopes: lacking.filter(isOptional) }, WITHOUT);
}

const LACKING =
  "The app lacks scopes, and what needs them does not work (README.md says what for). Paste manifest.yml into your app's App Manifest page, and install the app again.";
const WITHOUT = "The app has no optional scopes like these, and does without what needs them";
