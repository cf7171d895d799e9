import type { App } from "@slack/bolt";

type Receiver = {
  /** Socket Mode: how many connections are open. */
  connected?: () => number;
  /** HTTP. */
  server?: { listening: boolean };
};

/** Whether Slack can reach the app: a socket is open, or its port is listened on. */
export function isConnected(app: App): boolean {
  const { receiver } = app as unknown as { receiver: Receiver };
  return receiver.connected ? receiver.connected() > 0 : (receiver.server?.listening ?? false);
}
