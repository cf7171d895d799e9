import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readSettings } from "../src/slack/settings.ts";
import { type AppProcess, connectedTo, startApp } from "./app-process.ts";
import { assemble, copied, isLetThrough, stages } from "./container-files.ts";
import { openSlack } from "./slack/practice-room.ts";
import { until } from "./slack-double/until.ts";

const root = join(import.meta.dirname, "..");
const last = stages().at(-1) ?? [];
const wordsOf = (name: string) => last.filter((one) => one.name === name).map(({ words }) => words);
const commandIn = (words = "") => JSON.parse(words.slice(words.indexOf("["))) as string[];

describe("the Dockerfile", () => {
  it("copies what is there, and .dockerignore lets it through", () => {
    expect(copied().length).toBeGreaterThan(3);
    for (const { from } of copied()) {
      expect(existsSync(join(root, from)), from).toBe(true);
      expect(isLetThrough(from), from).toBe(true);
    }
    expect(isLetThrough("src/skills/english/weights.json")).toBe(true);
  });

  it("keeps secrets and data out", () => {
    for (const secret of [".env", "data/tightrope.db", ".git/config", "node_modules/pg/package.json"])
      expect(isLetThrough(secret), secret).toBe(false);
    expect(readFileSync(join(root, "Dockerfile"), "utf8")).not.toMatch(/xox|xapp|ARG|password/i);
  });

  it("ends as an account without rights, on a Node that is ours, with a check of its health", () => {
    expect(wordsOf("USER")).toEqual(["node"]);
    expect(last.findIndex(({ name }) => name === "USER")).toBeGreaterThan(
      last.findLastIndex(({ name }) => name === "COPY" || name === "RUN"),
    );
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const [from] of stages())
      expect(from?.words).toMatch(`node:${dependencies.node.split(".")[0]}-slim`);
    expect(wordsOf("HEALTHCHECK")).toHaveLength(1);
  });
});

describe("what is in the image", () => {
  let folder: string;
  let app: AppProcess | undefined;
  afterEach(async () => {
    await app?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is enough to run, writes nothing but its data, tells how it is, and stops when asked", async () => {
    folder = mkdtempSync(join(tmpdir(), "tightrope-image-"));
    const [image, data] = [join(folder, "app"), join(folder, "data")];
    for (const one of [image, data]) mkdirSync(one);
    assemble(image, existsSync);
    const listed = () => readdirSync(image, { recursive: true }).sort();
    const before = listed();
    const slack = await openSlack(["U1"]);
    // Links are taken for what they stand for, so that nothing beside them is found; only the data may be written.
    const strict = [
      "--preserve-symlinks",
      "--preserve-symlinks-main",
      "--permission",
      "--allow-addons",
      "--allow-worker",
      "--allow-fs-read=*",
      `--allow-fs-write=${data}/*`,
    ];
    const [, ...command] = commandIn(wordsOf("CMD")[0]);
    const env = {
      ...connectedTo(slack),
      NODE_ENV: "production",
      TIGHTROPE_DB: join(data, "tightrope.db"),
      HEALTH_PORT: "0",
    };
    app = startApp({ args: [...strict, ...command], cwd: image, env });
    await app.running();
    const HEALTH_PORT = app.healthPort();
    const [, ...check] = commandIn(wordsOf("HEALTHCHECK")[0]);
    const checked = (port: string) =>
      once(spawn(process.execPath, check, { env: { HEALTH_PORT: port } }), "exit").then(([code]) => code);
    expect(await checked(HEALTH_PORT)).toBe(0);
    await slack.person("U1").command("/practice", "late-delivery");
    await until(() => slack.dm("U1").length > 1, 20_000);
    app.signal("SIGTERM");
    expect(await app.ended()).toEqual([0, null]);
    expect(await checked(HEALTH_PORT)).toBe(1);
    expect(app.log()).not.toMatch(/ERR_ACCESS_DENIED|ERR_MODULE_NOT_FOUND/);
    expect(listed()).toEqual(before);
    await slack.close();
  }, 120_000);
});

describe("compose.yml", () => {
  const duration = z.string().regex(/^\d+(?:ms|s|m|h)$/);
  const mapping = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
  // The part of the Compose specification that is used here; what is misspelt is not in it.
  const service = z.strictObject({
    build: z.string().optional(),
    image: z.string(),
    env_file: z.string().optional(),
    environment: mapping,
    depends_on: z.record(z.string(), z.strictObject({ condition: z.enum(["service_healthy"]) })).optional(),
    ports: z.array(z.string().regex(/^127\.0\.0\.1:[\d-]+:\d+$/)).optional(),
    volumes: z.array(z.string().regex(/^[\w./]+:\/[\w/]+(?::ro)?$/)),
    read_only: z.boolean().optional(),
    tmpfs: z.array(z.string()).optional(),
    cap_drop: z.tuple([z.literal("ALL")]).optional(),
    security_opt: z.array(z.string()).optional(),
    healthcheck: z
      .strictObject({
        test: z.tuple([z.literal("CMD-SHELL"), z.string()]),
        interval: duration,
        timeout: duration,
        retries: z.number().int(),
      })
      .optional(),
    stop_grace_period: duration,
    restart: z.literal("unless-stopped"),
  });
  const shape = z.strictObject({
    name: z.string(),
    services: z.record(z.string(), service),
    volumes: z.record(z.string(), z.null()),
  });
  const compose = shape.parse(parse(readFileSync(join(root, "compose.yml"), "utf8")));

  it("has the shape that Compose documents, and names only volumes that it has", () => {
    const named = Object.values(compose.services).flatMap(({ volumes }) =>
      volumes.map((volume) => volume.split(":")[0] ?? "").filter((name) => !name.startsWith(".")),
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(compose.volumes)));
    for (const { depends_on = {} } of Object.values(compose.services))
      for (const name of Object.keys(depends_on)) expect(compose.services[name]?.healthcheck).toBeDefined();
  });

  it("runs Tightrope without rights and without a place to write but its data", () => {
    const { tightrope } = compose.services;
    expect(tightrope).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
    expect(tightrope?.volumes.find((volume) => volume.endsWith(":/data"))).toBeDefined();
    expect(tightrope?.environment.DATABASE_URL).toMatch(/@database:5432\/tightrope$/);
  });

  it("publishes nothing to Slack as it comes, and with the runbook's addition only what listens for it", () => {
    const published = (ports: string[] = []) => ports.map((port) => port.split(":").at(-1));
    expect(published(compose.services.tightrope?.ports)).toEqual(["9464"]);
    const runbook = readFileSync(join(root, "docs/runbook.md"), "utf8");
    const [, addition = ""] = runbook.split("compose.override.yml")[1]?.split(/```yaml\n|```/, 2) ?? [];
    const added = z
      .strictObject({ services: z.strictObject({ tightrope: service.pick({ ports: true }).strict() }) })
      .parse(parse(addition));
    expect(published(added.services.tightrope.ports)).toEqual(["3000"]);
    expect(wordsOf("EXPOSE").join(" ").split(" ")).toContain("3000");
    expect(readSettings({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "secret" })).toMatchObject({
      connection: { port: 3_000 },
    });
  });

  it("gives it more time to stop than it takes", () => {
    expect(Number.parseInt(compose.services.tightrope?.stop_grace_period ?? "", 10)).toBeGreaterThan(10);
  });
});
