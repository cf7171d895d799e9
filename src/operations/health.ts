import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What can be asked about an instance; each answer is why it is not so, and nothing when it is. */
export type Health = {
  /** Its loop turns; when it does not, only a restart helps. */
  alive(): string[];
  /** It can be given work. */
  ready(): Promise<string[]>;
  /** What Prometheus reads. */
  page(): Promise<{ type: string; text: string }>;
};

/** The port of HEALTH_PORT is taken. */
export class PortTaken extends Error {
  constructor(port: number, code: string) {
    super(`HEALTH_PORT ${port} cannot be listened on (${code}). Name one that is free.`);
  }
}

/**
 * Answers /healthz, /readyz and /metrics on a port of their own; 503 says why not.
 * @param port 0 for any that is free; the one taken is given back.
 * @throws {PortTaken} when it cannot be listened on.
 */
export async function answerHealth(
  port: number,
  health: Health,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(health, request.url ?? "/", response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await listening(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new PortTaken(port, error.code ?? "")));
    server.listen(port, resolve);
  });
}

async function answer(health: Health, url: string, response: ServerResponse): Promise<void> {
  const [path] = url.split("?", 1);
  if (path === "/healthz") return tell(response, health.alive());
  if (path === "/readyz") return tell(response, await health.ready());
  if (path !== "/metrics") return void response.writeHead(404).end();
  const { type, text } = await health.page();
  response.writeHead(200, { "content-type": type }).end(text);
}

function tell(response: ServerResponse, because: string[]): void {
  const well = because.length === 0;
  const body = well ? { ok: true } : { ok: false, because };
  response.writeHead(well ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(`${JSON.stringify(body)}\n`);
}
