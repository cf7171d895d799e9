import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import { fetchFile } from "../../src/slack/fetch-file.ts";

const TOKEN = "xoxb-only-for-slack";
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Somebody else's server, and what it was sent. */
const stranger = async () => {
  const asked: (string | undefined)[] = [];
  const address = await serve(({ headers }, response) => {
    asked.push(headers.authorization);
    response.end("flow: not-ours");
  });
  return { asked, address };
};

/** A Slack that says that a file lies there, and answers a download so. */
const slackWith = async (
  file: object,
  download: RequestListener = (_, response) => response.end("flow: x"),
) => {
  const origin = await serve((request, response) => {
    if (!request.url?.startsWith("/api/")) return download(request, response);
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify({ ok: true, file: { name: "a.yml", size: 10, ...file } }));
  });
  return {
    origin,
    client: new WebClient(TOKEN, { slackApiUrl: `${origin}/api/`, retryConfig: { retries: 0 } }),
  };
};

describe("a file that somebody dropped", () => {
  it("is asked for with the token where Slack itself keeps it", async () => {
    const shown: (string | undefined)[] = [];
    const file = { url_private_download: "" };
    const { client, origin } = await slackWith(file, ({ headers }, response) => {
      shown.push(headers.authorization);
      response.end("flow: x");
    });
    file.url_private_download = `${origin}/files/a.yml`;
    expect(await fetchFile(client, "F1")).toMatchObject({ name: "a.yml" });
    // The answer of files.info is made anew for every question, so the address is in it by now.
    expect(shown).toEqual([`Bearer ${TOKEN}`]);
  });

  it("is not followed elsewhere when Slack sends on, and the token is shown to nobody there", async () => {
    const { asked, address } = await stranger();
    for (const status of [301, 302, 303, 307, 308]) {
      const file = { url_private_download: "" };
      const { client, origin } = await slackWith(file, (_, response) =>
        response.writeHead(status, { location: `${address}/a.yml` }).end(),
      );
      file.url_private_download = `${origin}/files/a.yml`;
      expect(await fetchFile(client, "F1")).toHaveProperty("refused");
    }
    expect(asked).toEqual([]);
  });

  it.each([
    "https://evil.example/a.yml",
    "https://evilslack.com/a.yml",
    "https://slack.com.evil.example/a.yml",
    "https://files.slack.com@evil.example/a.yml",
    "https://files.slack.com:x@evil.example/a.yml",
    "http://files.slack.com/a.yml",
    "ftp://files.slack.com/a.yml",
    "file:///etc/passwd",
    "//evil.example/a.yml",
    "no address at all",
    "",
  ])("is not asked for at %j", async (address) => {
    const { client } = await slackWith({ url_private_download: address, url_private: address });
    const fetched = await fetchFile(client, "F1");
    expect(fetched).toMatchObject({ refused: expect.stringContaining("isn't kept in Slack") });
  });

  it("of another machine at the same address but another port is not asked for", async () => {
    const { asked, address } = await stranger();
    const { client } = await slackWith({ url_private_download: `${address}/a.yml` });
    expect(await fetchFile(client, "F1")).toHaveProperty("refused");
    expect(asked).toEqual([]);
  });
});
