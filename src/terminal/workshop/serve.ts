import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { NotOnTheDesk } from "../../store/desk-place.ts";
import { ChangedMeanwhile, NameTaken } from "../../store/flow-desk.ts";
import { type Answers, answersFor, NoSuchFile } from "./answers.ts";
import { NotFilledIn } from "./begin-flow.ts";
import { refusalOf } from "./gate.ts";
import { pageFile, pageHtml, pagePolicy } from "./page-files.ts";
import { watchFolder } from "./watch-folder.ts";

/** An open workshop: where it is, with the key, and how to close it. */
export type Workshop = { url: string; close: () => Promise<void> };

/** Flows are far smaller; written as JSON, a letter may take six bytes. */
const MOST_BYTES = 8_000_000;
const MOST_PORTS = 20;
const API = "/api/";

/** Opens the workshop on this machine only, at the first free port from `port` on (0 for any). `log` is told of our own mistakes. */
export async function serveWorkshop(
  folder: string,
  port: number,
  log: (words: string) => void,
): Promise<Workshop> {
  const key = randomBytes(24).toString("base64url");
  const watched = watchFolder(folder, (error) => log(`The folder can't be watched any more. ${error}`));
  const answers = answersFor(folder, watched);
  const server = createServer((request, response) => {
    replyTo(request, answers, key)
      .catch((error: unknown) => {
        const id = randomUUID().slice(0, 8);
        log(`${id} ${error instanceof Error ? error.stack : String(error)}`);
        return said(500, { message: `Something went wrong here (${id}). The terminal says more.` });
      })
      .then((reply) => send(response, reply));
  });
  const found = await listen(server, port);
  return {
    url: `http://127.0.0.1:${found}/#key=${key}`,
    close: async () => {
      await watched.close();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  const most = port === 0 ? 1 : MOST_PORTS;
  for (let next = port; next < port + most; next++) {
    server.listen(next, "127.0.0.1");
    try {
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`The ports ${port} to ${port + most - 1} are all taken. Name another with  --port.`);
}

/** What goes back to the browser. */
type Reply = { status: number; headers: Record<string, string>; body: string | Buffer };

const said = (status: number, body: object): Reply => ({
  status,
  headers: { "Content-Type": "application/json; charset=utf-8" },
  body: JSON.stringify(body),
});

const NOTHING = said(404, { message: "There is nothing here." });

async function replyTo(request: IncomingMessage, answers: Answers, key: string): Promise<Reply> {
  const { method = "", headers, socket } = request;
  const [path = "/"] = (request.url ?? "/").split("?");
  const refusal = refusalOf({ method, path, headers }, socket.localPort ?? 0, key);
  if (refusal) return said(refusal.status, { message: refusal.message });
  if (!path.startsWith(API)) return pageAt(path);
  const name = path.slice(API.length);
  const work = Object.hasOwn(answers, name) ? answers[name as keyof Answers] : undefined;
  if (!work) return NOTHING;
  const text = await bodyOf(request);
  if (text === undefined) return said(413, { message: "This is far larger than a flow." });
  try {
    return said(200, await work(JSON.parse(text)));
  } catch (error) {
    const told = toldOf(error);
    if (!told) throw error;
    return told;
  }
}

function toldOf(error: unknown): Reply | undefined {
  if (error instanceof ChangedMeanwhile) return said(409, { message: error.message, now: error.now ?? null });
  if (error instanceof NotFilledIn) return said(400, { message: error.message, blanks: error.blanks });
  if (error instanceof NotOnTheDesk || error instanceof NameTaken)
    return said(400, { message: error.message });
  if (error instanceof NoSuchFile) return said(404, { message: error.message });
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return said(400, { message: "This question cannot be understood." });
  return undefined;
}

function pageAt(path: string): Reply {
  if (path === "/") {
    const nonce = randomBytes(16).toString("base64");
    const headers = {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": pagePolicy(nonce),
    };
    return { status: 200, headers, body: pageHtml(nonce) };
  }
  const file = pageFile(path);
  return file ? { status: 200, headers: { "Content-Type": file.type }, body: file.body } : NOTHING;
}

// Nothing when there is too much of it.
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers["content-length"]) > MOST_BYTES) return undefined;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

const ALWAYS = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  // What is left of a question that was not heard out must not be taken for the next one.
  const close = status >= 400 ? { Connection: "close" } : {};
  response.writeHead(status, { ...ALWAYS, ...close, ...headers });
  response.end(body);
}
