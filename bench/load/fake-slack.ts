import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Posted } from "./post-events.ts";

/** A Web API that accepts everything at once, and hears what is posted. */
export type FakeSlack = {
  apiUrl: string;
  /** Called at the instant of each chat.postMessage and chat.update. */
  onPost: (posted: Posted) => void;
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
        const given = readBody(Buffer.concat(parts).toString());
        posted += 1;
        const ts = `${1_700_000_000 + posted}.000100`;
        Object.assign(answer, { channel: given.channel, ts, message: { text: "" } });
        slack.onPost({ ...given, ts, isChange: method === "chat.update" });
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

// The client of Slack sends forms with JSON in them, and whoever goes without it JSON.
function readBody(body: string): Pick<Posted, "channel" | "text" | "blocks"> {
  const given = body.startsWith("{") ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
  const { channel = "", text = "", blocks = [] } = given;
  return { channel, text, blocks: typeof blocks === "string" ? JSON.parse(blocks) : blocks };
}
