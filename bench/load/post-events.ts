import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

/** Somebody who writes to the app in their direct message. */
export type Writer = { team: string; user: string; channel: string };

/** What the bench signs its events with. */
export const SIGNING_SECRET = "a secret that only the bench knows";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Closes connections that nobody uses; kept for long, they are closed from the other side while one is taken. */
export const closeConnections = () => agent.destroy();

/**
 * Delivers a message as Slack does: a signed request with an event id of its own.
 * @returns how long the acknowledgement took, in ms.
 * @throws when the answer is anything but 200.
 */
export function postMessage(port: number, { team, user, channel }: Writer, text: string): Promise<number> {
  const at = Date.now();
  const ts = `${Math.floor(at / 1_000)}.${String(at % 1_000).padStart(3, "0")}${String(Math.floor(Math.random() * 1_000)).padStart(3, "0")}`;
  const id = randomUUID();
  const element = { type: "rich_text_section", elements: [{ type: "text", text }] };
  const body = JSON.stringify({
    token: "unused",
    team_id: team,
    context_team_id: team,
    api_app_id: "A0BENCH",
    event: {
      type: "message",
      user,
      ts,
      client_msg_id: id,
      text,
      team,
      blocks: [{ type: "rich_text", block_id: id.slice(0, 5), elements: [element] }],
      channel,
      event_ts: ts,
      channel_type: "im",
    },
    type: "event_callback",
    event_id: `Ev${id}`,
    event_time: Math.floor(at / 1_000),
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: "UAPP", is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  });
  const stamp = String(Math.floor(at / 1_000));
  const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${stamp}:${body}`).digest("hex");
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        host: "127.0.0.1",
        method: "POST",
        path: "/slack/events",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "x-slack-request-timestamp": stamp,
          "x-slack-signature": `v0=${signature}`,
        },
      },
      (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200
            ? resolve(performance.now() - began)
            : reject(new Error(`an event was answered with ${response.statusCode}`)),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
