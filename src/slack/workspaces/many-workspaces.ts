import { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Watch } from "../../operations/watch.ts";
import { keyringOf } from "../../store/keyring.ts";
import type { Store } from "../../store/store.ts";
import { clientOptions } from "../client-options.ts";
import type { Workspaces } from "../clients.ts";
import type { ForMany } from "../create-app.ts";
import { isRefusal } from "../is-final.ts";
import { teamOf } from "../team-of.ts";
import { tokenExchange } from "./exchange-token.ts";
import { installPages } from "./install-pages.ts";
import type { OauthConnection } from "./oauth-settings.ts";
import { NotInstalled, ownInstallations } from "./own-installations.ts";

type Ingredients = {
  store: Store;
  apiUrl: string | undefined;
  log: Logger;
  now: () => number;
  watch?: Watch | undefined;
};

/** Many workspaces, each with a token of its own, and the exchange of those that end. */
export type ManyWorkspaces = Workspaces &
  ForMany & {
    exchange(team: string): Promise<void>;
    /** Who installed the app there. */
    installerOf(team: string): Promise<string>;
    /** @throws {UnknownKey} when there is a token that nobody could read; then nobody should be heard. */
    ready(): Promise<void>;
  };

/** Puts together what it takes to be installed in many workspaces. */
export function manyWorkspaces(
  { clientId, clientSecret, keys }: OauthConnection,
  { store, apiUrl, log, now, watch }: Ingredients,
): ManyWorkspaces {
  const credentials = { clientId, clientSecret };
  const options = clientOptions(apiUrl, log, watch);
  const keyring = keyringOf(keys);
  const installations = ownInstallations(store, keyring, now);
  const { exchange, usable } = tokenExchange({
    store,
    installations,
    credentials,
    clientOptions: options,
    log,
    now,
  });
  const clients = new Map<string, WebClient>();

  const installed = async (team: string) => usable(await installations.of(team));

  const clientOf = async (team: string) => {
    const { token } = await installed(team);
    const known = clients.get(team);
    if (known?.token === token) return known;
    const client = new WebClient(token, options);
    clients.set(team, client);
    return client;
  };

  return {
    exchange,
    installerOf: async (team) => (await installations.of(team)).given.user.id,
    ready: async () => {
      for (const { keyId } of await store.installed()) keyring.need(keyId);
    },
    clientOf,
    teams: async () => (await store.installed()).map(({ team }) => team),
    isInstalled: async (team) => {
      installations.forget(team);
      try {
        return (await (await clientOf(team)).auth.test()).ok;
      } catch (error) {
        if (error instanceof NotInstalled || isRefusal(error)) return false;
        throw error;
      }
    },
    // What Bolt reads from the body to name the workspace is left aside: data and token are always the same one's.
    authorize: async (_source, body) => {
      const team = teamOf({ ...body });
      const { given, token } = await installed(team);
      const { id: botId, userId: botUserId } = given.bot ?? {};
      const place = given.isEnterpriseInstall ? { enterpriseId: team } : { teamId: team };
      return { botToken: token, ...(botId && botUserId ? { botId, botUserId } : {}), ...place };
    },
    routes: installPages({
      credentials,
      installations,
      key: keys[0] ?? neverWithout(),
      clientOptions: options,
      log,
    }),
  };
}

function neverWithout(): never {
  throw new RangeError("Tokens cannot be kept without a key.");
}
