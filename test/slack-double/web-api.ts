import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { isObject, type Json } from "./blocks.ts";
import type { Fault, Faults } from "./faults.ts";
import { isRefusal } from "./refusal.ts";

/** One call the app made: its arguments, and what Slack made of it, whether or not the app heard. */
export type Call = { method: string; args: Json; result: Json; fault?: Fault["kind"] };

/** Does one call; `token` is what the app showed. Refuses by throwing a refusal. */
export type Perform = (method: string, args: Json, token: string) => Json;

/** Gives the content of a file to who shows the right token. */
export type ReadFile = (id: string, token: string) => Buffer | "forbidden" | "gone";

const PLACES: Record<string, string> = { response: "response_url", upload: "upload" };

/** The HTTP face on a free port of 127.0.0.1: `/api/<method>`, `/response/<id>`, `/upload/<id>`, `/files/<id>/<name>`. */
export async function startWebApi(
  perform: Perform,
  readFile: ReadFile,
  faults: Faults,
  calls: Call[],
  scopesOf: (token: string) => string[] | undefined = () => undefined,
): Promise<Server> {
  const server = createServer(async (request, response) => {
    const [, place = "", name = ""] = new URL(request.url ?? "/", "http://double").pathname.split("/");
    if (place === "files") {
      return sendFile(response, readFile(name, bearer(request)), faults.take("files"));
    }
    const method = PLACES[place] ?? name;
    const body = await buffer(request);
    const { token, ...args } =
      place === "upload"
        ? { bytes: body }
        : readArguments(body.toString("utf8"), request.headers["content-type"] ?? "");
    const shown = String(token ?? bearer(request));
    const fault = faults.take(method, args, shown);
    const call: Call = { method, args, result: {}, ...(fault ? { fault: fault.kind } : {}) };
    calls.push(call);
    if (fault?.kind === "hang") return;
    if (fault?.kind === "held" && fault.cut) response.socket?.destroy();
    if (fault?.kind === "held") await (typeof fault.until === "function" ? fault.until() : fault.until);
    const answer = (status: number, headers = {}) => {
      const may = scopesOf(shown)?.join(",");
      const scopes = may ? { "x-oauth-scopes": may } : {};
      response.writeHead(status, {
        "content-type": "application/json; charset=utf-8",
        ...{ ...scopes, ...headers },
      });
      response.end(JSON.stringify(call.result));
    };
    const refused = refusalOf(fault);
    if (refused) {
      call.result = { ok: false, error: refused.error };
      return answer(refused.status, refused.headers);
    }
    call.result = resultOf(() =>
      perform(method, { ...args, ...basic(request), ...(place in PLACES ? { id: name } : {}) }, shown),
    );
    if (fault?.kind === "lost") return void response.socket?.destroy();
    answer(place in PLACES && !call.result.ok ? 404 : 200);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** Where a started server is reached. */
export function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// Whoever may not read files is sent to the page where one signs in.
function sendFile(response: ServerResponse, file: ReturnType<ReadFile>, fault: Fault | undefined): void {
  if (fault?.kind === "hang") return;
  if (fault) return void response.writeHead(500).end();
  if (file === "gone") return void response.writeHead(404).end();
  if (file === "forbidden") return void response.writeHead(302, { location: "/signin" }).end();
  response.writeHead(200, { "content-type": "binary/octet-stream" }).end(file);
}

function resultOf(perform: () => Json): Json {
  try {
    return { ok: true, ...perform() };
  } catch (error) {
    if (isRefusal(error)) return error.answer;
    throw error;
  }
}

function refusalOf(fault: Fault | undefined): { status: number; error: string; headers?: Json } | undefined {
  if (fault?.kind === "limited") {
    return { status: 429, error: "ratelimited", headers: { "retry-after": String(fault.retryAfter) } };
  }
  if (fault?.kind === "broken") return { status: fault.status ?? 500, error: "internal_error" };
  if (fault?.kind === "refused") return { status: 200, error: fault.error };
  return undefined;
}

function bearer(request: IncomingMessage): string {
  const shown = request.headers.authorization ?? "";
  return /^Basic /i.test(shown) ? "" : shown.replace(/^Bearer /i, "");
}

// An app may show who it is in the way of HTTP instead of among the arguments.
function basic(request: IncomingMessage): Json {
  const [, shown] = /^Basic (.+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (!shown) return {};
  const [client_id, client_secret] = Buffer.from(shown, "base64").toString("utf8").split(":");
  return { client_id, client_secret };
}

function readArguments(body: string, type: string): Json {
  if (type.includes("json")) {
    const parsed = parse(body);
    return isObject(parsed) ? parsed : {};
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, readValue(key, value)]),
  );
}

function readValue(key: string, value: string): unknown {
  // Forms carry what is not a plain text as JSON, in these fields and no others.
  return ["blocks", "attachments", "metadata", "view", "files"].includes(key) ? parse(value) : value;
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
