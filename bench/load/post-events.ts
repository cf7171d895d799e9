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
 * Delivers what somebody writes.
 * @returns how long the acknowledgement took, in ms.
 * @throws when the answer is anything but 200.
 */
export function postMessage(port: number, { team, user, channel }: Writer, text: string): Promise<number> {
  const id = randomUUID();
  const element = { type: "rich_text_section", elements: [{ type: "text", text }] };
  return deliver(port, team, {
    user,
    ts: timestamp(),
    client_msg_id: id,
    text,
    team,
    blocks: [{ type: "rich_text", block_id: id.slice(0, 5), elements: [element] }],
    channel,
  });
}

/** Something that the app has posted or changed, as Slack keeps it. */
export type Posted = { channel: string; ts: string; text: string; blocks: unknown[]; isChange: boolean };

/**
 * Delivers to the app what it has done itself, as Slack does with every message in a conversation that it listens to.
 * @throws when the answer is anything but 200.
 */
export async function reportBack(
  port: number,
  team: string,
  { channel, ts, text, blocks, isChange }: Posted,
): Promise<void> {
  const own = {
    user: "UAPP",
    type: "message",
    ts,
    bot_id: "BAPP",
    app_id: "A0BENCH",
    text,
    team,
    bot_profile: { id: "BAPP", app_id: "A0BENCH", name: "tightrope", deleted: false, team_id: team },
    blocks,
  };
  const changed = { subtype: "message_changed", message: own, previous_message: own, hidden: true };
  await deliver(port, team, isChange ? { ...changed, ts: timestamp(), channel } : { ...own, channel });
}

function timestamp(): string {
  const at = Date.now();
  const digits = `${at % 1_000}`.padStart(3, "0") + `${Math.floor(Math.random() * 1_000)}`.padStart(3, "0");
  return `${Math.floor(at / 1_000)}.${digits}`;
}

// A signed request with an event id of its own.
function deliver(
  port: number,
  team: string,
  message: { ts: string; [field: string]: unknown },
): Promise<number> {
  const id = randomUUID();
  const seconds = Math.floor(Date.now() / 1_000);
  const body = JSON.stringify({
    token: "unused",
    team_id: team,
    context_team_id: team,
    api_app_id: "A0BENCH",
    event: { type: "message", ...message, event_ts: message.ts, channel_type: "im" },
    type: "event_callback",
    event_id: `Ev${id}`,
    event_time: seconds,
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: "UAPP", is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  });
  const stamp = String(seconds);
  const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${stamp}:${body}`).digest("hex");
  const began = performance.now();
  const send = (resolve: (took: number) => void, reject: (error: Error) => void) => {
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
    // Kept for long, a connection may be closed from the other side just as it is taken; Slack would try again as well.
    sent.on("error", (error) => (sent.reusedSocket ? send(resolve, reject) : reject(error)));
    sent.end(body);
  };
  return new Promise(send);
}
