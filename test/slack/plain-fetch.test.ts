import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { plainFetch } from "../../src/slack/plain-fetch.ts";

type Came = { method: string; type: string; body: string };

let server: Server;
let url: string;
let came: Came[];
let answer: { status: number; headers: Record<string, string>; body: string } | "never";
beforeEach(async () => {
  came = [];
  answer = { status: 200, headers: { "content-type": "application/json" }, body: '{"ok":true}' };
  server = createServer(async (request, response) => {
    const body = await textOf(request);
    came.push({ method: request.method ?? "", type: request.headers["content-type"] ?? "", body });
    if (answer !== "never") response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/chat.postMessage`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const textOf = async (request: IncomingMessage) => {
  let text = "";
  for await (const part of request) text += part;
  return text;
};

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const post = (body: string | FormData = "text=Zo%C3%AB", signal?: AbortSignal) =>
  plainFetch(url, {
    method: "POST",
    body,
    headers: typeof body === "string" ? FORM : {},
    redirect: "error",
    ...(signal ? { signal } : {}),
  });

it("brings text and gives the answer, which can be read more than once", async () => {
  answer = { status: 200, headers: { "X-OAuth-Scopes": "chat:write" }, body: '{"ok":true,"text":"Zoë"}' };
  const told = await post();
  expect(came).toEqual([{ method: "POST", type: FORM["Content-Type"], body: "text=Zo%C3%AB" }]);
  expect([told.ok, told.status, told.url]).toEqual([true, 200, url]);
  expect([await told.text(), await told.json()]).toEqual([answer.body, { ok: true, text: "Zoë" }]);
  expect(Buffer.from(await told.arrayBuffer()).toString()).toBe(answer.body);
  expect([told.headers.get("x-oauth-scopes"), told.headers.get("X-OAuth-Scopes")]).toEqual([
    "chat:write",
    "chat:write",
  ]);
  expect(told.headers.get("retry-after")).toBeNull();
  expect(Object.fromEntries(told.headers.entries())).toMatchObject({ "x-oauth-scopes": "chat:write" });
});

it("says what is no success, with what came along", async () => {
  answer = { status: 429, headers: { "Retry-After": "7" }, body: "" };
  const limited = await post();
  expect([limited.ok, limited.status, limited.headers.get("Retry-After")]).toEqual([false, 429, "7"]);
});

it("follows nobody to another place", async () => {
  answer = { status: 302, headers: { Location: `${url}.elsewhere` }, body: "" };
  expect(await post()).toMatchObject({ ok: false, status: 302 });
  expect(came).toHaveLength(1);
});

it("brings files as well", async () => {
  const form = new FormData();
  form.append("file", new Blob(["id: late"]), "late.yml");
  const told = await post(form);
  expect([await told.json(), await told.text()]).toEqual([{ ok: true }, '{"ok":true}']);
  expect(came[0]?.type).toMatch(/^multipart\/form-data; boundary=/);
  expect(came[0]?.body).toContain("id: late");
});

it("gives up when it is told to", async () => {
  answer = "never";
  await expect(post(undefined, AbortSignal.timeout(50))).rejects.toMatchObject({ name: "TimeoutError" });
});

it("says that nobody is there", async () => {
  await new Promise((resolve) => server.close(resolve));
  await expect(post()).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
