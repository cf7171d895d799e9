import type { Delivery } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";
import type { Installations, Place } from "./installations.ts";
import { appUninstalled, tokensRevoked } from "./life-events.ts";
import { CLIENT, type OAuth } from "./oauth.ts";
import type { Team, TeamDouble } from "./team.ts";

/** Who agrees to an installation, and where: in one workspace (or the one of an id), or in its whole organisation. */
export type Agreement = { team?: TeamDouble | string; person?: string; orgWide?: boolean };

/** How the app comes into workspaces and leaves them. */
export type Installing = {
  clientId: string;
  clientSecret: string;
  /** A person agrees on the page that the app sent them to; gives the address Slack sends them back to. */
  agree: (address: string, agreement?: Agreement) => string;
  /** A person declines there. */
  decline: (address: string) => string;
  /** A person takes the app out of a workspace, or an admin out of its organisation; gives what the app was told. */
  uninstall: (agreement?: Agreement) => Promise<Delivery[]>;
  /** The token that the app got last. */
  tokenOf: (agreement?: Agreement) => string | undefined;
  /** From now on tokens end after twelve hours and come with a refresh token. */
  rotateTokens: () => void;
};

type Ground = {
  teams: Team[];
  installations: Installations;
  oauth: OAuth;
  rotation: { on: boolean };
  deliverAll: (envelopes: Envelope[]) => Promise<Delivery[]>;
};

/** Installing as the people of these workspaces do it. */
export function installing({ teams, installations, oauth, rotation, deliverAll }: Ground): Installing {
  const teamOf = ({ team }: Agreement = {}): Team => {
    const id = typeof team === "object" ? team.workspace.team.id : team;
    const meant = id === undefined ? teams[0] : teams.find(({ workspace }) => workspace.team.id === id);
    if (!meant) throw new Error(`There is no workspace ${id}.`);
    return meant;
  };
  const placeOf = (agreement: Agreement = {}): Place => {
    const { orgWide = false } = agreement;
    const meant = teamOf(agreement);
    const { enterprise } = meant.workspace;
    if (!orgWide) return { teams: [meant], orgWide };
    if (!enterprise) throw new Error(`${meant.workspace.team.name} belongs to no organisation.`);
    return { teams: teams.filter(({ workspace }) => workspace.enterprise?.id === enterprise.id), orgWide };
  };

  return {
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    agree(address, agreement) {
      const asked = new URL(address).searchParams;
      if (asked.get("client_id") !== CLIENT.id) throw new Error("Slack would show: invalid client_id.");
      const scopes = (asked.get("scope") ?? "").split(",").filter(Boolean);
      if (scopes.length === 0) throw new Error("Slack would show: no scopes requested.");
      const redirect = asked.get("redirect_uri") ?? undefined;
      const person = agreement?.person ?? "U1";
      return backTo(address, { code: oauth.agree(placeOf(agreement), person, scopes, redirect) });
    },
    decline: (address) => backTo(address, { error: "access_denied" }),
    async uninstall(agreement) {
      const place = placeOf(agreement);
      for (const { workspace } of place.teams) workspace.installed = false;
      const ended = installations.end(place, "account_inactive");
      return deliverAll([...tokensRevoked(place, ended), ...appUninstalled(place)]);
    },
    tokenOf(agreement) {
      const { orgWide } = teamOf(agreement).workspace;
      return installations.latest(placeOf({ orgWide, ...agreement }))?.token;
    },
    rotateTokens() {
      rotation.on = true;
    },
  };
}

function backTo(address: string, brought: Record<string, string>): string {
  const asked = new URL(address).searchParams;
  const back = new URL(asked.get("redirect_uri") ?? "https://example.com/slack/oauth_redirect");
  for (const [name, value] of Object.entries(brought)) back.searchParams.set(name, value);
  back.searchParams.set("state", asked.get("state") ?? "");
  return back.href;
}
