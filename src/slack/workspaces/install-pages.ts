import { hkdfSync } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { CustomRoute } from "@slack/bolt";
import { ErrorCode, InstallProvider } from "@slack/oauth";
import type { WebClientOptions } from "@slack/web-api";
import type { Logger } from "pino";
import { boltLogger } from "../client-options.ts";
import type { Credentials } from "./exchange-token.ts";
import { installedPage, installPage, type Refusal, refusedPage } from "./install-words.ts";
import { NotInstalled, type OwnInstallations, teamOfInstallation } from "./own-installations.ts";
import { PAGE_HEADERS } from "./page.ts";
import { SCOPES } from "./scopes.ts";

/** The page on which the app is installed, and the one that Slack leads back to. */
const INSTALL_PAGES = { begin: "/slack/install", back: "/slack/oauth_redirect" } as const;

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
    renderHtmlForInstallPath: installPage,
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
  const { begin } = INSTALL_PAGES;
  return [
    {
      path: INSTALL_PAGES.begin,
      method: "GET",
      handler: (req, res) => {
        for (const [name, value] of Object.entries(PAGE_HEADERS)) res.setHeader(name, value);
        // It has been logged; whoever waits is told as well.
        provider.handleInstallPath(req, res).catch(() => show(res, 500, refusedPage("our side", begin)));
      },
    },
    {
      path: INSTALL_PAGES.back,
      method: "GET",
      handler: (req, res) =>
        void provider.handleCallback(req, res, {
          success: (installation, _options, _req, answer) => show(answer, 200, installedPage(installation)),
          failure: ({ code }, _options, _req, answer) => {
            const why = REFUSALS[code] ?? "our side";
            show(answer, why === "our side" ? 500 : 400, refusedPage(why, begin));
          },
        }),
    },
  ];
}

const REFUSALS: Record<string, Refusal> = {
  [ErrorCode.AuthorizationError]: "declined",
  [ErrorCode.MissingStateError]: "another browser",
  [ErrorCode.InvalidStateError]: "another browser",
  [ErrorCode.MissingCodeError]: "another browser",
};

function show(answer: ServerResponse, status: number, html: string): void {
  answer.writeHead(status, PAGE_HEADERS);
  answer.end(html);
}
