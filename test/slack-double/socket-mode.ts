import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import { isObject, type Json } from "./blocks.ts";
import type { Delivery, DeliveryOptions } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";
import { refusal } from "./refusal.ts";
import { acceptSocket, type Socket } from "./websocket.ts";

const TYPES = { event: "events_api", interaction: "interactive", command: "slash_commands" };

/** How many connections an app may hold at once. */
const MOST_CONNECTIONS = 10;

/** The Socket Mode connections of the app. Each has a number, counted from 1 in the order they came. */
export type SocketMode = {
  connected: () => number;
  everConnected: () => boolean;
  /** The numbers of those that are open. */
  connections: () => number[];
  /** Gives the address of one more connection, good for one use; refuses while the link is disabled. */
  open: () => string;
  /** Brings an envelope over one connection; without any, nobody answers. */
  deliver: (envelope: Envelope, options?: DeliveryOptions) => Promise<Delivery>;
  /** Says that a connection (or each) is about to be refreshed, as Slack does some ten seconds before. */
  warn: (connection?: number) => void;
  /** Says that a connection (or each) is refreshed, and closes it, as Slack does every few hours. */
  refresh: (connection?: number) => void;
  /** Cuts a connection, or every one, without a word. */
  drop: (connection?: number) => void;
  /** Somebody turns Socket Mode off for the app, and perhaps on again. */
  disableLink: () => void;
  enableLink: () => void;
};

type Connection = { number: number; socket: Socket; unanswered: Map<string, Answer> };
type Answer = (status: number, body: string) => void;

/** Takes WebSockets on a started server and greets each as Slack does. */
export function acceptSocketMode(server: Server, address: () => string, appId: string): SocketMode {
  const open: Connection[] = [];
  const tickets = new Set<string>();
  let disabled = false;
  let count = 0;
  let turn = 0;

  server.on("upgrade", (request, stream) => {
    const asked = new URL(request.url ?? "/", "http://double").searchParams;
    if (!tickets.delete(asked.get("ticket") ?? "")) return stream.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
    const connection: Connection = { number: ++count, socket: accept(), unanswered: new Map() };
    function accept(): Socket {
      return acceptSocket(request as IncomingMessage, stream, hear, () => ended(connection));
    }
    if (open.length >= MOST_CONNECTIONS) return end(connection, "too_many_websockets");
    open.push(connection);
    connection.socket.send(JSON.stringify(hello(open.length, appId, asked.has("debug_reconnects"))));
    connection.socket.ping();
    // An app that hears no ping for half a minute takes the connection for dead.
    const pinging = setInterval(connection.socket.ping, 10_000).unref();
    stream.once("close", () => clearInterval(pinging));
  });

  // An answer counts over whichever connection it comes.
  function hear(text: string): void {
    const ack: unknown = JSON.parse(text);
    if (!isObject(ack)) return;
    const { envelope_id, payload } = ack;
    const body = payload === undefined ? "" : typeof payload === "string" ? payload : JSON.stringify(payload);
    for (const { unanswered } of open) unanswered.get(String(envelope_id))?.(200, body);
  }

  function ended(connection: Connection): void {
    const index = open.indexOf(connection);
    if (index >= 0) open.splice(index, 1);
    for (const answer of connection.unanswered.values()) answer(0, "the connection ended");
  }

  function pick({ connection, avoid }: DeliveryOptions): Connection | undefined {
    if (connection !== undefined) return open.find(({ number }) => number === connection);
    const others = open.filter(({ number }) => number !== avoid);
    const among = others.length > 0 ? others : open;
    // Of several connections any one gets it; taking turns shows an app that counts on one of them.
    return among[turn++ % among.length];
  }

  const chosen = (number?: number) => open.filter((one) => number === undefined || one.number === number);
  return {
    connected: () => open.length,
    everConnected: () => count > 0,
    connections: () => open.map(({ number }) => number),
    open() {
      // Slack does not say which of its refusals this is.
      if (disabled) throw refusal("forbidden_team");
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${address().replace("http", "ws")}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    deliver(envelope, options = {}) {
      const begun = performance.now();
      const connection = pick(options);
      return new Promise((resolve) => {
        const envelope_id = randomUUID();
        const answer: Answer = (status, body) => {
          clearTimeout(tooLate);
          connection?.unanswered.delete(envelope_id);
          const ms = performance.now() - begun;
          const over = connection ? { connection: connection.number } : {};
          const failed = status === 200 ? {} : { failed: "timeout" };
          resolve({ envelope, ts: envelope.ts, status, body, ms, ...over, ...failed });
        };
        const late = () => answer(0, "no acknowledgement");
        const tooLate = setTimeout(late, options.patience ?? 10_000).unref();
        if (!connection) return answer(0, "no connection");
        connection.unanswered.set(envelope_id, answer);
        connection.socket.send(JSON.stringify(frameOf(envelope_id, envelope, options)));
      });
    },
    warn: (number) => chosen(number).forEach(({ socket }) => void say(socket, "warning")),
    refresh: (number) => chosen(number).forEach((one) => void end(one, "refresh_requested")),
    drop: (number) => chosen(number).forEach(({ socket }) => void socket.drop()),
    disableLink() {
      disabled = true;
      for (const one of chosen()) end(one, "link_disabled");
    },
    enableLink() {
      disabled = false;
    },
  };
}

function say(socket: Socket, reason: string): void {
  socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "double" } }));
}

function end({ socket }: Connection, reason: string): void {
  say(socket, reason);
  socket.close();
}

function hello(num_connections: number, app_id: string, debugging: boolean): Json {
  const debug_info = { host: "double", approximate_connection_time: debugging ? 360 : 18_060 };
  return { type: "hello", num_connections, debug_info, connection_info: { app_id } };
}

function frameOf(envelope_id: string, { kind, body }: Envelope, how: DeliveryOptions): Json {
  return {
    envelope_id,
    type: TYPES[kind],
    payload: body,
    accepts_response_payload: kind !== "event",
    ...(kind === "event" ? { retry_attempt: how.retryNum ?? 0, retry_reason: how.retryReason ?? "" } : {}),
  };
}
