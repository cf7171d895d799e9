import type { Json } from "./blocks.ts";
import { chatMethods } from "./chat-methods.ts";
import { fileMethods } from "./files.ts";
import { lookupMethods } from "./lookup-methods.ts";
import { needScope, refusal } from "./refusal.ts";
import { respond } from "./respond.ts";
import type { Tickets } from "./tickets.ts";
import { takeUpload, uploadMethods } from "./uploads.ts";
import { viewMethods } from "./view-methods.ts";
import type { Perform, ReadFile } from "./web-api.ts";
import type { Workspace } from "./workspace.ts";

/** What the app must show to be let in. */
export const BOT_TOKEN = "xoxb-double";
/** What the app must show to be given a Socket Mode address. */
export const APP_TOKEN = "xapp-double";

const NEEDED: Record<string, string> = {
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "chat.delete": "chat:write",
  "chat.postEphemeral": "chat:write",
  "users.info": "users:read",
  "files.info": "files:read",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
  "conversations.open": "im:write",
  "conversations.history": "im:history",
};

/** All methods of the double behind one door, which asks for the token and the scope first. */
export function performer(workspace: Workspace, tickets: Tickets): Perform {
  const methods: Record<string, (workspace: Workspace, args: Json) => Json> = {
    ...chatMethods,
    ...lookupMethods,
    ...fileMethods,
    ...uploadMethods,
    ...viewMethods(tickets),
  };
  return (method, args, token) => {
    if (method === "response_url") {
      respond(workspace, tickets.respond(String(args.id)), args);
      return {};
    }
    if (method === "upload") {
      // The address itself is the key.
      if (!takeUpload(workspace, String(args.id), args.bytes as Buffer)) throw refusal("upload_refused");
      return {};
    }
    if (token === "") throw refusal("not_authed");
    if (method === "apps.connections.open") {
      if (token !== APP_TOKEN) throw refusal(token === BOT_TOKEN ? "not_allowed_token_type" : "invalid_auth");
      return { url: `${workspace.address.replace("http", "ws")}/link` };
    }
    const perform = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!perform) throw refusal("unknown_method", { req_method: method });
    if (token !== BOT_TOKEN) throw refusal(token === APP_TOKEN ? "not_allowed_token_type" : "invalid_auth");
    const needed = NEEDED[method];
    if (needed) needScope(workspace.scopes, needed);
    return perform(workspace, args);
  };
}

/** Opens files to whoever shows the bot's token, if the app may read files at all. */
export function fileReader(workspace: Workspace): ReadFile {
  return (id, token) => {
    const allowed = token === BOT_TOKEN && workspace.scopes.includes("files:read");
    return allowed ? (workspace.files.get(id)?.content ?? "gone") : "forbidden";
  };
}
