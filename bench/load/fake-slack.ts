import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A Web API that accepts everything at once, and hears in which channel something was posted. */
export type FakeSlack = {
  apiUrl: string;
  /** Called with the channel at the instant of each chat.postMessage. */
  onPost: (channel: string) => void;
  close(): Promise<void>;
};

const ANSWERS: Record<string, unknown> = {
  "auth.test": {
    url: "https://bench.slack.com/",
    team: "Bench",
    user: "tightrope",
    team_id: "T0",
    user_id: "UAPP",
    bot_id: "BAPP",
  },
  "conversations.open": { channel: { id: "D0" } },
  "conversations.history": { messages: [] },
  "users.info": { user: { id: "U0", real_name: "Sam Bench", tz: "UTC" } },
};

/** Starts it on a free port; it is the same for every app that is measured. */
export async function startFakeSlack(): Promise<FakeSlack> {
  let posted = 0;
  const server = createServer((request, response) => {
    const method = request.url?.slice("/api/".length) ?? "";
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const answer: Record<string, unknown> = { ok: true, ...(ANSWERS[method] as object) };
      if (method === "chat.postMessage" || method === "chat.update") {
        const channel = channelIn(Buffer.concat(parts).toString());
        posted += 1;
        Object.assign(answer, { channel, ts: `${1_700_000_000 + posted}.000100`, message: { text: "" } });
        if (method === "chat.postMessage") slack.onPost(channel);
      }
      const body = JSON.stringify(answer);
      response.writeHead(200, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const slack: FakeSlack = {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    onPost: () => {},
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return slack;
}

// Forms and JSON both hold it as letters and digits.
const channelIn = (body: string) => /(?:^|&|")channel"?[=:]"?([A-Z0-9]+)/.exec(body)?.[1] ?? "";
