import { hkdfSync } from "node:crypto";
import type { CustomRoute } from "@slack/bolt";
import { InstallProvider } from "@slack/oauth";
import type { WebClientOptions } from "@slack/web-api";
import type { Logger } from "pino";
import { boltLogger } from "../client-options.ts";
import type { Credentials } from "./exchange-token.ts";
import { NotInstalled, type OwnInstallations, teamOfInstallation } from "./own-installations.ts";
import { SCOPES } from "./scopes.ts";

/** The page on which the app is installed, and the one that Slack leads back to. */
export const INSTALL_PAGES = { begin: "/slack/install", back: "/slack/oauth_redirect" } as const;

type Ingredients = {
  credentials: Credentials;
  installations: OwnInstallations;
  /** The key from which the one is made that shows that an installation began here. */
  key: Buffer;
  clientOptions: WebClientOptions;
  log: Logger;
};

/** The pages on which somebody installs the app in a workspace or an organisation: Bolt's own way, over our store. */
export function installPages({
  credentials,
  installations,
  key,
  clientOptions,
  log,
}: Ingredients): CustomRoute[] {
  const provider = new InstallProvider({
    ...credentials,
    stateSecret: Buffer.from(hkdfSync("sha256", key, "", "install state", 32)).toString("hex"),
    installUrlOptions: { scopes: [...SCOPES] },
    logger: boltLogger(log),
    clientOptions,
    installationStore: {
      storeInstallation: async (given) => {
        await installations.keep(given);
        log.info({ team: teamOfInstallation(given) }, "the app was installed");
      },
      fetchInstallation: async ({ isEnterpriseInstall, enterpriseId, teamId }) => {
        const team = isEnterpriseInstall ? enterpriseId : teamId;
        if (!team) throw new NotInstalled("a workspace without a name");
        return (await installations.of(team)).given;
      },
    },
  });
  return [
    {
      path: INSTALL_PAGES.begin,
      method: "GET",
      handler: (req, res) => void provider.handleInstallPath(req, res),
    },
    {
      path: INSTALL_PAGES.back,
      method: "GET",
      handler: (req, res) =>
        void provider.handleCallback(req, res, {
          failure: (_error, _options, _req, answer) => {
            answer.writeHead(400, { "content-type": "text/html; charset=utf-8" });
            answer.end(FAILED);
          },
        }),
    },
  ];
}

// The log has said why; nothing that came with the request is repeated here.
const FAILED = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Tightrope was not installed</title>
<h1>Tightrope was not installed</h1>
<p>Slack did not let it in, or the page was open for longer than ten minutes. Nothing has changed.</p>
<p><a href="${INSTALL_PAGES.begin}">Begin again</a></p>
</html>
`;
