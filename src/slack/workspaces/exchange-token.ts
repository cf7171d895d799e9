import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { Logger } from "pino";
import { EXCHANGED_AHEAD } from "../../store/installations.ts";
import type { Store } from "../../store/store.ts";
import { isFinal, reasonOf } from "../is-final.ts";
import type { OwnInstallation, OwnInstallations } from "./own-installations.ts";

/** A token has ended and there is no new one yet; a moment later there may be. */
export class TokenLate extends Error {}

/** What the app is known by to Slack. */
export type Credentials = { clientId: string; clientSecret: string };

type Ingredients = {
  store: Store;
  installations: OwnInstallations;
  credentials: Credentials;
  clientOptions: WebClientOptions;
  log: Logger;
  now: () => number;
};

/** Exchanges tokens that end for new ones. */
export type TokenExchange = {
  /** Exchanges the token of a workspace if it ends soon; once, whichever instance begins. */
  exchange(team: string): Promise<void>;
  /** The same installation with a token that can be used now. @throws {TokenLate}, and whatever Slack says for good. */
  usable(installation: OwnInstallation): Promise<OwnInstallation>;
};

/** Longer than Slack is waited for: see ../create-app.ts. */
const HELD = 15_000;
const LOOK_EVERY = 200;
/** Slack waits three seconds for an acknowledgement. */
const PATIENCE = 2_000;
// A token is not used in its last moments, when it might end on its way.
const LAST_MOMENTS = 30_000;

/** Exchanges tokens at Slack, each by one instance at a time, and never in a transaction. */
export function tokenExchange(ingredients: Ingredients): TokenExchange {
  const { store, installations, credentials, clientOptions, log, now } = ingredients;
  const slack = new WebClient(undefined, clientOptions);
  const underWay = new Map<string, Promise<void>>();
  // What Slack refused for good it is not asked again, until the app is installed anew.
  const refused = new Map<string, { token: string; error: unknown }>();

  const askForNew = (refreshToken: string) =>
    slack.oauth.v2.access({
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      grant_type: "refresh_token",
      refresh_token: refreshToken,
    });

  const exchangeNow = async (team: string) => {
    const mine = await store.together(team, (desk) => desk.installations.hold(team, now() + HELD));
    if (!mine) return;
    installations.forget(team);
    const old = await installations.of(team);
    const { bot } = old.given;
    if (!bot?.refreshToken || old.expiresAt === undefined || old.expiresAt - now() > EXCHANGED_AHEAD) return;
    const answer = await askForNew(bot.refreshToken).catch((error: unknown) => {
      if (isFinal(error)) refused.set(team, { token: old.token, error });
      throw error;
    });
    const { access_token, refresh_token, expires_in } = answer;
    if (!access_token || !refresh_token || !expires_in)
      throw new Error("Slack gave no new token for the one that ends.");
    const expiresAt = Math.floor(now() / 1_000) + expires_in;
    const renewed = { ...bot, token: access_token, refreshToken: refresh_token, expiresAt };
    await installations.keep({ ...old.given, bot: renewed }, old);
    log.info({ team }, "a token was exchanged for a new one");
  };

  const exchange = (team: string): Promise<void> => {
    const going = underWay.get(team);
    if (going) return going;
    const work = exchangeNow(team).finally(() => underWay.delete(team));
    underWay.set(team, work);
    return work;
  };

  const hasEnded = ({ expiresAt }: OwnInstallation) =>
    expiresAt !== undefined && expiresAt - now() <= LAST_MOMENTS;

  const usable = async (installation: OwnInstallation): Promise<OwnInstallation> => {
    if (!hasEnded(installation)) return installation;
    const { team, token } = installation;
    const before = refused.get(team);
    if (before?.token === token) throw before.error;
    const late = performance.now() + PATIENCE;
    // Whoever comes second sees the new token a moment later in the store.
    do {
      const failed = await exchange(team).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failed) log.error({ team, reason: reasonOf(failed) }, "a token that ended could not be exchanged");
      if (failed && isFinal(failed)) throw failed;
      installations.forget(team);
      const found = await installations.of(team);
      if (!hasEnded(found)) return found;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    } while (performance.now() < late);
    throw new TokenLate(`The token of ${team} has ended, and there is no new one yet.`);
  };

  return { exchange, usable };
}
