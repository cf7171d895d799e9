import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serveWorkshop, type Workshop } from "../../src/terminal/workshop/serve.ts";

const FLOW = join(import.meta.dirname, "../flow/minimal.yml");
let folder = "";
let workshop: Workshop;
let port = 0;
let key = "";
const mistakes: string[] = [];

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "tightrope-workshop-")), "flows");
  mkdirSync(folder);
  cpSync(FLOW, join(folder, "minimal.yml"));
  mistakes.length = 0;
  workshop = await serveWorkshop(folder, 0, (words) => mistakes.push(words));
  const url = new URL(workshop.url);
  port = Number(url.port);
  key = url.hash.replace("#key=", "");
});
afterEach(() => workshop.close());

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
type Got = { status: number; headers: Record<string, unknown>; body: string };

// The browser's own fetch would not let a test lie about where it comes from.
const send = ({ method = "POST", path = "/api/list", headers = {}, body = "{}" }: Sent) =>
  new Promise<Got>((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    asked.on("error", reject);
    asked.end(method === "POST" ? body : undefined);
  });

const own = () => ({ "content-type": "application/json", "x-workshop-key": key });

async function ask<Told>(name: string, body: object): Promise<{ status: number; told: Told }> {
  const got = await send({ path: `/api/${name}`, headers: own(), body: JSON.stringify(body) });
  return { status: got.status, told: JSON.parse(got.body) as Told };
}

type File = { name: string; source: string; mark: string };
const opened = async () => (await ask<File>("open", { name: "minimal.yml" })).told;
const onDisk = (name: string) => readFileSync(join(folder, name), "utf8");

describe("who may ask the workshop", () => {
  it("answers its own page", async () => {
    expect(await send({ headers: own() })).toMatchObject({
      status: 200,
      body: expect.stringContaining('{"names":["minimal.yml"]'),
    });
    const same = { ...own(), origin: `http://127.0.0.1:${port}`, "sec-fetch-site": "same-origin" };
    expect((await send({ headers: same })).status).toBe(200);
    expect((await send({ headers: { ...own(), host: `localhost:${port}` } })).status).toBe(200);
  });

  it.each([
    ["another page", { origin: "https://elsewhere.example" }, 403],
    ["a page without an address", { origin: "null" }, 403],
    ["another port of this machine", { origin: "http://127.0.0.1:3000" }, 403],
    ["the same machine by another name than it was asked for", { origin: "http://localhost:1" }, 403],
    ["a form or picture of another site", { "sec-fetch-site": "cross-site" }, 403],
    ["another port, as a browser tells it", { "sec-fetch-site": "same-site" }, 403],
    ["a name that leads to this machine", { host: "rebound.example:4177" }, 421],
    ["this machine without its port", { host: "127.0.0.1" }, 421],
    ["somebody without the key", { "x-workshop-key": "" }, 401],
    ["somebody with a wrong key", { "x-workshop-key": "x".repeat(32) }, 401],
    ["a plain form", { "content-type": "text/plain" }, 415],
  ])("refuses %s", async (_, headers, status) => {
    const body = JSON.stringify({ name: "minimal.yml", source: "gone", mark: (await opened()).mark });
    const got = await send({ path: "/api/save", headers: { ...own(), ...headers }, body });
    expect(got.status).toBe(status);
    expect(got.body).toContain("message");
    expect(onDisk("minimal.yml")).toBe(readFileSync(FLOW, "utf8"));
  });

  it("asks nobody to send anything from elsewhere", async () => {
    const preflight = await send({ method: "OPTIONS", headers: { origin: "https://elsewhere.example" } });
    expect(preflight.status).toBe(403);
    expect(Object.keys(preflight.headers).join()).not.toContain("access-control");
  });

  it("does nothing for a link that is only opened", async () => {
    expect((await send({ method: "GET", path: "/api/list", headers: own() })).status).toBe(405);
  });

  it("gives the page to nobody who comes by another name, and lets nothing be loaded from elsewhere", async () => {
    expect((await send({ method: "GET", path: "/", headers: { host: "rebound.example" } })).status).toBe(421);
    const { status, headers, body } = await send({ method: "GET", path: "/" });
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(body).not.toContain(key);
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it("serves what is on its list and no other file", async () => {
    const get = (path: string) => send({ method: "GET", path });
    expect((await get("/modules/@codemirror/view.js")).status).toBe(200);
    expect((await get("/fonts/400Regular.ttf")).headers["content-type"]).toBe("font/ttf");
    for (const path of [
      "/../serve.ts",
      "/%2e%2e/serve.ts",
      "/modules/../../package.json",
      "/index.html",
      "/__proto__",
    ])
      expect((await get(path)).status).toBe(404);
  });

  it("gives a browser the page's scripts without their types", async () => {
    const { status, headers, body } = await send({ method: "GET", path: "/ask.ts" });
    expect([status, headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
    expect(body).toContain("export async function ask");
    expect(body).not.toMatch(/import type|: string/);
    expect((await send({ method: "GET", path: "/tsconfig.json" })).status).toBe(404);
  });

  it("hears no question to its end that is far larger than a flow", async () => {
    const body = JSON.stringify({ name: "minimal.yml", source: "x".repeat(9_000_000) });
    const got = await send({ path: "/api/save", headers: own(), body }).catch(() => ({ status: 413 }));
    expect(got.status).toBe(413);
    expect((await send({ headers: own() })).status).toBe(200);
  });

  it.each(["not json", "[]", '{"name":7}', '{"name":"minimal.yml"}'])(
    "says so when it cannot understand %s",
    async (body) => {
      const got = await send({ path: "/api/look", headers: own(), body });
      expect(got.status).toBe(400);
      expect((await send({ path: "/api/constructor", headers: own(), body })).status).toBe(404);
      expect(mistakes).toEqual([]);
    },
  );

  it("looks for the next port where one is taken", async () => {
    const second = await serveWorkshop(folder, port, () => {});
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await second.close();
  });

  it("listens on this machine only", async () => {
    const outside = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
    const others = outside.filter(({ internal, family }) => !internal && family === "IPv4");
    // On Linux every address that begins with 127 is this machine.
    const loopback = process.platform === "linux" ? ["127.0.0.2"] : [];
    for (const host of [...loopback, ...others.map(({ address }) => address)])
      await expect(once(connect({ host, port }), "connect")).rejects.toThrow("ECONNREFUSED");
  });
});

describe("what the workshop does", () => {
  it("opens and saves", async () => {
    const { source, mark } = await opened();
    const changed = source.replace("level: easy", "level: hard");
    const { status, told } = await ask<File>("save", { name: "minimal.yml", source: changed, mark });
    expect([status, onDisk("minimal.yml")]).toEqual([200, changed]);
    expect(told).toMatchObject({ ...(await opened()), before: "sound", problems: [] });
  });

  it("saves a flow with errors too, and says what agents meet meanwhile", async () => {
    const { source, mark } = await opened();
    const broken = source.replace("go: calm", "go: clam");
    const { told } = await ask<File>("save", { name: "minimal.yml", source: broken, mark });
    expect(told).toMatchObject({ before: "sound", problems: [{ code: "mood/unknown", severity: "error" }] });
    const again = { name: "minimal.yml", source: `${broken}\n`, mark: told.mark };
    expect((await ask("save", again)).told).toMatchObject({ before: "broken" });
    const fresh = { name: "new.yml", source: broken };
    expect((await ask("save", fresh)).told).toMatchObject({ before: "nothing" });
  });

  it("tells what stands there now instead of saving over it", async () => {
    const { source, mark } = await opened();
    writeFileSync(join(folder, "minimal.yml"), "flow: theirs\n");
    const mine = await ask<{ now: File }>("save", { name: "minimal.yml", source, mark });
    expect(mine).toMatchObject({ status: 409, told: { now: { source: "flow: theirs\n" } } });
    expect(onDisk("minimal.yml")).toBe("flow: theirs\n");
    await ask("save", { name: "minimal.yml", source, mark: mine.told.now.mark });
    expect(onDisk("minimal.yml")).toBe(source);
  });

  it("tells that a file is gone", async () => {
    const { source, mark } = await opened();
    rmSync(join(folder, "minimal.yml"));
    const mine = await ask("save", { name: "minimal.yml", source, mark });
    expect(mine).toMatchObject({ status: 409, told: { now: null } });
    expect(await ask("open", { name: "minimal.yml" })).toMatchObject({ status: 404 });
  });

  it.each(["../out.yml", "/out.yml", "shared/../../out.yml", "out.txt", "out.yml/.."])(
    "writes nothing as %s",
    async (name) => {
      expect((await ask("save", { name, source: "x" })).status).toBe(400);
      expect((await ask("open", { name })).status).toBe(400);
    },
  );

  it("tells when a file of the folder has changed, and which there are then", async () => {
    const { told } = await ask<{ changes: number }>("changes", { since: 0 });
    const waiting = ask<{ changes: number; names: string[] }>("changes", { since: told.changes });
    writeFileSync(join(folder, "another.yml"), "flow: another\n");
    const { changes, names } = (await waiting).told;
    expect(changes).toBeGreaterThan(told.changes);
    expect(names).toContain("another.yml");
  });

  it("keeps nobody waiting when it is closed", async () => {
    const { told } = await ask<{ changes: number }>("changes", { since: 0 });
    const waiting = ask("changes", { since: told.changes }).catch(() => "closed");
    const other = await serveWorkshop(folder, 0, () => {});
    await Promise.all([other.close(), workshop.close()]);
    await waiting;
    workshop = await serveWorkshop(folder, 0, () => {});
  });

  it("finds the problems of what is written, plays it, and draws it", async () => {
    const { name, source } = await opened();
    const moves = [{ type: "reply", text: "I will send a new one today." }];
    const asked = { name, source, seed: 1, moves, at: 0, pane: "map" };
    expect((await ask("look", asked)).told).toMatchObject({
      tried: { steps: [{ stand: { id: "cross" } }, { stand: { id: "calm" } }] },
      map: { svg: expect.stringContaining("<svg"), alt: expect.stringContaining("Now it is at “cross”") },
    });
    expect((await ask("look", { ...asked, pane: "table" })).told).toMatchObject({
      table: { moods: [{ mood: "cross" }] },
    });
    const broken = { ...asked, source: source.replace("go: calm", "go: clam") };
    const { told } = await ask<{ problems: object[] }>("look", broken);
    expect(told.problems[0]).toMatchObject({ severity: "error", line: 30 });
    expect(told).not.toHaveProperty("tried");
  });

  it("begins a flow from questions or from another flow, under a name that is free", async () => {
    const answers = {
      name: "Rosa Lindqvist",
      happened: "The tent tore on its first night.",
      stakes: ["the children"],
      feelings: ["let down"],
      fact: { about: "when they travel on", told: "We leave on Thursday." },
      offer: "send another tent.",
    };
    const { told } = await ask<File>("draft", answers);
    expect(told.name).toBe("the-tent-tore-on-its-first-night.yml");
    const looked = await ask("look", { ...told, seed: 1, moves: [], at: 0, pane: "talk" });
    expect(looked.told).toHaveProperty("tried");
    const { source } = await opened();
    const copy = await ask<File>("copy", { source, to: "Late again, in Spain" });
    expect(copy.told).toMatchObject({
      name: "late-again-in-spain.yml",
      source: expect.stringContaining("flow: late-again-in-spain\n"),
    });
    const taken = await ask("copy", { source, to: "minimal" });
    expect(taken).toMatchObject({ status: 400, told: { message: expect.stringContaining("minimal.yml") } });
  });

  it("says kindly what is still to be filled in", async () => {
    const answers = {
      name: " ",
      happened: "The tent tore.",
      stakes: [],
      feelings: ["let down", " "],
      fact: { about: "when they travel on", told: "" },
      offer: "o".repeat(401),
    };
    const { status, told } = await ask("draft", answers);
    expect([status, told]).toEqual([
      400,
      {
        message: "Nothing is lost. Fill in what is still missing, and try again.",
        blanks: {
          name: "Write the customer's name, such as Rosa Lindqvist.",
          stakes: "Write at least one thing that hangs on it, such as: the children.",
          feelings: "Write at least one feeling, such as: let down.",
          "fact.told": "Write how they would say it, such as: We leave for the coast on Thursday.",
          offer: "This is longer than it can be. A few words are enough.",
        },
      },
    ]);
    const { source } = await opened();
    for (const to of ["", " ", "…!"])
      expect(await ask("copy", { source, to })).toMatchObject({
        status: 400,
        told: { blanks: { to: expect.stringContaining("name") } },
      });
  });

  it("renames a flow, on disk and in its first line, and never over another", async () => {
    const { source, mark } = await opened();
    const written = source.replace("level: easy", "level: hard");
    const asked = { name: "minimal.yml", source: written, mark, to: "Late, in Spain" };
    const { told } = await ask<{ name: string; source: string; file: File }>("rename", asked);
    expect(told.name).toBe("late-in-spain.yml");
    expect(told.source).toBe(written.replace("flow: minimal", "flow: late-in-spain"));
    expect(onDisk("late-in-spain.yml")).toBe(source.replace("flow: minimal", "flow: late-in-spain"));
    expect((await ask("open", { name: "minimal.yml" })).status).toBe(404);
    cpSync(FLOW, join(folder, "minimal.yml"));
    const over = { name: told.name, source: "", mark: told.file.mark, to: "minimal" };
    expect(await ask("rename", over)).toMatchObject({ status: 400 });
    expect(onDisk("minimal.yml")).toBe(readFileSync(FLOW, "utf8"));
    const outside = await ask<File>("rename", { ...over, to: "../../out" });
    expect(outside.told.name).toBe("out.yml");
    expect(onDisk("out.yml")).toContain("flow: out");
  });

  it("deletes a flow that is as it was seen, and no other", async () => {
    const { mark } = await opened();
    expect((await ask("remove", { name: "../flows/minimal.yml", mark })).status).toBe(400);
    expect((await ask("remove", { name: "minimal.yml", mark: "another" })).status).toBe(409);
    expect(onDisk("minimal.yml")).toBe(readFileSync(FLOW, "utf8"));
    expect((await ask("remove", { name: "minimal.yml", mark })).status).toBe(200);
    expect((await ask("open", { name: "minimal.yml" })).status).toBe(404);
  });
});
