import { randomUUID } from "node:crypto";
import type { Json } from "./blocks.ts";
import type { Clock } from "./clock.ts";
import type { Installations, Place, Token } from "./installations.ts";
import { refusal } from "./refusal.ts";

/** How long the code of a consent may be exchanged, in ms: Slack's ten minutes. */
const CODE_LIFE_MS = 10 * 60 * 1000;

/** Who the app is to Slack when it asks for tokens. */
export const CLIENT = { id: "1111.2222", secret: "client-secret-of-the-double" };

/** What a person agreed to, until the app comes for its token. */
type Consent = {
  place: Place;
  person: string;
  scopes: string[];
  redirect: string | undefined;
  at: number;
  used: boolean;
};

/** The person's side of installing, and the app's. */
export type OAuth = {
  /** A person agrees that the app may be in a place; gives the code that Slack hands to the app. */
  agree: (place: Place, person: string, scopes: string[], redirect?: string) => string;
  methods: Record<string, (args: Json) => Json>;
};

/** Slack's OAuth 2: a code works once and for ten minutes, and where it was asked for. */
export function createOAuth(installations: Installations, clock: Clock, rotating: () => boolean): OAuth {
  const consents = new Map<string, Consent>();

  const exchange = ({ code, redirect_uri }: Json): Json => {
    const consent = consents.get(String(code));
    if (!consent || clock.now() - consent.at >= CODE_LIFE_MS) throw refusal("invalid_code");
    if (consent.used) throw refusal("code_already_used");
    if (consent.redirect !== undefined && consent.redirect !== redirect_uri)
      throw refusal("bad_redirect_uri");
    consent.used = true;
    const { place, person, scopes } = consent;
    // What was granted before stays granted.
    for (const { workspace } of place.teams) {
      workspace.scopes = [...new Set([...(workspace.installed ? workspace.scopes : []), ...scopes])];
      workspace.installed = true;
      workspace.orgWide = place.orgWide;
    }
    const issued = installations.issue(place, rotating());
    return { ...granted(issued, clock), authed_user: { id: person } };
  };

  return {
    agree(place, person, scopes, redirect) {
      const code = `${place.teams[0]?.workspace.team.id}.${randomUUID()}`;
      consents.set(code, { place, person, scopes, redirect, at: clock.now(), used: false });
      return code;
    },
    methods: {
      "oauth.v2.access": (args) => {
        checkClient(args);
        if (args.grant_type === "refresh_token")
          return granted(installations.refresh(args.refresh_token), clock);
        if (args.grant_type !== undefined && args.grant_type !== "authorization_code")
          throw refusal("invalid_grant_type");
        return exchange(args);
      },
      "oauth.v2.exchange": (args) => {
        checkClient(args);
        if (!rotating()) throw refusal("token_rotation_not_enabled");
        const old = installations.good(String(args.token));
        if (old.spent || old.refresh) throw refusal("token_already_exchanged");
        old.spent = true;
        return granted(installations.issue(old.place, true), clock);
      },
    },
  };
}

function checkClient({ client_id, client_secret }: Json): void {
  if (client_id !== CLIENT.id) throw refusal("invalid_client_id");
  if (client_secret !== CLIENT.secret) throw refusal("bad_client_secret");
}

function granted({ token, place, refresh, expiresAt }: Token, clock: Clock): Json {
  const { workspace } = place.teams[0] ?? {};
  if (!workspace) throw refusal("team_not_found");
  const end = expiresAt ? { expires_in: Math.floor((expiresAt - clock.now()) / 1000) } : {};
  const { id, name } = workspace.team;
  return {
    app_id: workspace.app.id,
    scope: workspace.scopes.join(","),
    token_type: "bot",
    access_token: token,
    bot_user_id: workspace.app.botUser,
    ...(refresh ? { refresh_token: refresh } : {}),
    ...end,
    team: place.orgWide ? null : { id, name },
    enterprise: workspace.enterprise ?? null,
    is_enterprise_install: place.orgWide,
  };
}
