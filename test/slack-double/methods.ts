import type { Json } from "./blocks.ts";
import { chatMethods } from "./chat-methods.ts";
import { fileMethods } from "./files.ts";
import { type Installations, type Place, type Token, teamMeant } from "./installations.ts";
import { lookupMethods } from "./lookup-methods.ts";
import type { OAuth } from "./oauth.ts";
import { isRefusal, needScope, refusal } from "./refusal.ts";
import { respond } from "./respond.ts";
import type { Team } from "./team.ts";
import { takeUpload, uploadMethods } from "./uploads.ts";
import { viewMethods } from "./view-methods.ts";
import type { Perform, ReadFile } from "./web-api.ts";
import type { Workspace } from "./workspace.ts";

/** What the app must show to be let into the workspace that is there from the beginning. */
export const BOT_TOKEN = "xoxb-double";
/** What the app must show to be given a Socket Mode address. */
export const APP_TOKEN = "xapp-double";

const NEEDED: Record<string, string> = {
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "chat.delete": "chat:write",
  "chat.postEphemeral": "chat:write",
  "users.info": "users:read",
  "usergroups.list": "usergroups:read",
  "usergroups.users.list": "usergroups:read",
  "files.info": "files:read",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
  "conversations.open": "im:write",
  "conversations.history": "im:history",
};

/** What the methods of the double work on. */
export type Counter = {
  teams: Team[];
  installations: Installations;
  oauth: OAuth;
  /** Gives the address of a new Socket Mode connection. */
  openConnection: () => string;
  /** Hears which tokens were revoked. */
  onRevoked: (place: Place, tokens: Token[]) => void;
};

type Method = (workspace: Workspace, args: Json) => Json;

/** All methods of the double behind one door, which asks for the token and the scope first. */
export function performer({ teams, installations, oauth, openConnection, onRevoked }: Counter): Perform {
  const fixed: Record<string, Method> = {
    ...chatMethods,
    ...lookupMethods,
    ...fileMethods,
    ...uploadMethods,
  };
  const methodOf = ({ tickets }: Team, method: string): Method | undefined => {
    const methods: Record<string, Method> = { ...fixed, ...viewMethods(tickets) };
    return Object.hasOwn(methods, method) ? methods[method] : undefined;
  };
  const places = withoutToken(teams);

  return (method, args, token) => {
    const place = Object.hasOwn(places, method) ? places[method] : undefined;
    if (place) return place(args);
    const ofClient = Object.hasOwn(oauth.methods, method) ? oauth.methods[method] : undefined;
    if (ofClient) return ofClient({ ...args, ...(token ? { token } : {}) });
    if (token === "") throw refusal("not_authed");
    if (method === "apps.connections.open") {
      if (token === APP_TOKEN) return { url: openConnection() };
      throw refusal(isBotToken(installations, token) ? "not_allowed_token_type" : "invalid_auth");
    }
    const known =
      teams.some((team) => methodOf(team, method)) || ["auth.revoke", "auth.teams.list"].includes(method);
    if (!known) throw refusal("unknown_method", { req_method: method });
    if (token === APP_TOKEN) throw refusal("not_allowed_token_type");
    const { place: installed } = installations.good(token);
    if (method === "auth.revoke") {
      if (args.test) return { revoked: false };
      onRevoked(installed, installations.end(installed, "token_revoked", token));
      return { revoked: true };
    }
    if (method === "auth.teams.list")
      return { teams: installed.teams.map(({ workspace }) => ({ id: workspace.team.id })) };
    // A token for a whole organisation does not say which workspace is meant.
    if (installed.orgWide && method.startsWith("usergroups.") && !args.team_id)
      throw refusal("missing_argument");
    const team = teamMeant(installed, args);
    const needed = NEEDED[method];
    if (needed) needScope(team.workspace.scopes, needed);
    return methodOf(team, method)?.(team.workspace, args) ?? {};
  };
}

// Addresses that are their own key: whoever knows one may use it.
function withoutToken(teams: Team[]): Record<string, (args: Json) => Json> {
  return {
    response_url: (args) => {
      const team = teams.find(({ tickets }) => tickets.knows(args.id));
      if (!team) throw refusal("expired_url");
      respond(team.workspace, team.tickets.respond(String(args.id)), args);
      return {};
    },
    upload: (args) => {
      const taken = teams.some(({ workspace }) =>
        takeUpload(workspace, String(args.id), args.bytes as Buffer),
      );
      if (!taken) throw refusal("upload_refused");
      return {};
    },
  };
}

/** What the app may do with a token, which Slack says with every answer. */
export const scopesOf = (installations: Installations) => (token: string) =>
  isBotToken(installations, token) ? installations.good(token).place.teams[0]?.workspace.scopes : undefined;

function isBotToken(installations: Installations, token: string): boolean {
  try {
    return installations.good(token) !== undefined;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** Opens files to whoever shows the bot's token of their workspace, if the app may read files there at all. */
export function fileReader(installations: Installations): ReadFile {
  return (id, token) => {
    if (!isBotToken(installations, token)) return "forbidden";
    const readable = installations
      .good(token)
      .place.teams.filter(({ workspace }) => workspace.scopes.includes("files:read"));
    if (readable.length === 0) return "forbidden";
    return readable.map(({ workspace }) => workspace.files.get(id)?.content).find(Boolean) ?? "gone";
  };
}
