import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { isObject, type Json } from "./blocks.ts";
import type { Delivery, DeliveryOptions } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";
import { acceptSocket, type Socket } from "./websocket.ts";

const TYPES = { event: "events_api", interaction: "interactive", command: "slash_commands" };

/** The Socket Mode connections of the app. */
export type SocketMode = {
  connected: () => number;
  deliver: (envelope: Envelope, options?: DeliveryOptions) => Promise<Delivery>;
  /** Says that the connection will be refreshed, and closes it, as Slack does every few hours. */
  refresh: () => void;
  /** Cuts every connection without a word. */
  drop: () => void;
};

/** Takes WebSockets on a started server and greets each as Slack does. */
export function acceptSocketMode(server: Server, appId: string): SocketMode {
  const sockets: Socket[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  let turn = 0;

  server.on("upgrade", (request, stream) => {
    const hear = (text: string) => {
      const ack: unknown = JSON.parse(text);
      if (isObject(ack)) waiting.get(String(ack.envelope_id))?.(ack.payload);
    };
    const socket = acceptSocket(request, stream, hear, () => void sockets.splice(sockets.indexOf(socket), 1));
    sockets.push(socket);
    const debug_info = { host: "double", approximate_connection_time: 18_060 };
    const hello = {
      type: "hello",
      num_connections: sockets.length,
      debug_info,
      connection_info: { app_id: appId },
    };
    socket.send(JSON.stringify(hello));
    socket.ping();
  });

  return {
    connected: () => sockets.length,
    async deliver(envelope, options = {}) {
      const envelope_id = randomUUID();
      const begun = performance.now();
      const done = (status: number, body: string): Delivery => ({
        envelope,
        ts: envelope.ts,
        status,
        body,
        ms: performance.now() - begun,
      });
      const frame: Json = {
        envelope_id,
        type: TYPES[envelope.kind],
        payload: envelope.body,
        accepts_response_payload: envelope.kind !== "event",
        ...(envelope.kind === "event"
          ? { retry_attempt: options.retryNum ?? 0, retry_reason: options.retryReason ?? "" }
          : {}),
      };
      return new Promise((resolve) => {
        const tooLate = setTimeout(() => resolve(done(0, "no acknowledgement")), 10_000).unref();
        waiting.set(envelope_id, (payload) => {
          clearTimeout(tooLate);
          resolve(
            done(
              200,
              payload === undefined ? "" : typeof payload === "string" ? payload : JSON.stringify(payload),
            ),
          );
        });
        // Of several connections any one gets it; taking turns shows an app that counts on one of them.
        sockets[turn++ % sockets.length]?.send(JSON.stringify(frame));
      });
    },
    refresh() {
      for (const socket of [...sockets]) {
        socket.send(
          JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: { host: "double" } }),
        );
        socket.close();
      }
    },
    drop() {
      for (const socket of [...sockets]) socket.drop();
    },
  };
}
