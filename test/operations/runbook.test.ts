import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createMetrics } from "../../src/operations/metrics.ts";
import { openStore } from "../../src/store/store.ts";
import { asked, POSTGRES } from "../store/own-schema.ts";
import { practiceOf, within } from "../store/stores.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const runbook = read("docs/runbook.md");
const run = promisify(execFile);

/** The commands that the runbook gives for something. */
function commandsFor(what: string): string {
  const [, commands] = runbook.split(`<!-- tested: ${what} -->`)[1]?.split(/```sh\n|```/, 2) ?? [];
  if (!commands) throw new Error(`The runbook has no commands to ${what}.`);
  return commands;
}

describe("the commands of the runbook", () => {
  let folder: string;
  beforeEach(() => {
    // As in the project's folder, with a store of its own.
    folder = mkdtempSync(join(tmpdir(), "tightrope-runbook-"));
    for (const part of ["package.json", "src", "node_modules"])
      symlinkSync(join(root, part), join(folder, part));
    mkdirSync(join(folder, "data"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const shell = async (commands: string, env: Record<string, string> = {}) => {
    const path = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", commands], {
      cwd: folder,
      env: { HOME: process.env.HOME, ...env, PATH: path },
    });
    return stdout;
  };
  const practiceIn = async (address: string, id = "practice-U1") => {
    const store = await openStore(address);
    const found = await store.practice("T1", id);
    await store.close();
    return found?.user;
  };
  const begin = async (address: string) => {
    const store = await openStore(address);
    await within(store, (desk) => desk.keep(practiceOf("U1")));
    return store;
  };

  it("back the embedded store up while it is in use, and restore it", async () => {
    const file = join(folder, "data/tightrope.db");
    const store = await begin(file);
    expect(await shell(commandsFor("back up the embedded store"))).toContain("All is well");
    await within(store, (desk) => desk.keep(practiceOf("U2")));
    await store.close();
    expect(await practiceIn(file, "practice-U2")).toBe("U2");
    expect(await shell(commandsFor("restore the embedded store"))).toContain("All is well");
    expect(await practiceIn(file)).toBe("U1");
    expect(await practiceIn(file, "practice-U2")).toBeUndefined();
    // Restored a second time, it lies beside what was put aside the first time.
    await shell(commandsFor("restore the embedded store"));
    const aside = readdirSync(join(folder, "replaced")).map((one) => join(folder, "replaced", one));
    const those = await Promise.all(aside.map((one) => practiceIn(join(one, "tightrope.db"), "practice-U2")));
    expect(those.sort()).toEqual(["U2", undefined]);
  }, 60_000);

  it.runIf(process.platform === "linux")(
    "save an embedded store that was removed while it was in use",
    async () => {
      const file = join(folder, "data/tightrope.db");
      await (await begin(file)).close();
      const store = JSON.stringify(join(root, "src/store/store.ts"));
      const using = `const { openStore } = await import(${store});
        const store = await openStore(${JSON.stringify(file)});
        await store.note({ team: "T1", id: "Ev1", body: {} });
        console.log("in use");
        setInterval(() => {}, 1_000);`;
      const child = spawn(process.execPath, ["--input-type=module", "-e", using], { cwd: folder });
      try {
        await once(child.stdout, "data");
        rmSync(file);
        const said = await shell(commandsFor("save an embedded store that was removed"), {
          PID: String(child.pid),
        });
        expect(said).toContain("All is well");
        const saved = await openStore(join(folder, "backups/saved.db"), () => Date.now() + 120_000);
        expect(await saved.undone()).toHaveLength(1);
        expect((await saved.practice("T1", "practice-U1"))?.user).toBe("U1");
        await saved.close();
      } finally {
        child.kill("SIGKILL");
      }
    },
    60_000,
  );

  const path = (process.env.PATH ?? "").split(delimiter);
  const hasTools = ["pg_dump", "pg_restore", "createdb"].every((tool) =>
    path.some((folder) => existsSync(join(folder, tool))),
  );
  it.runIf(POSTGRES.isThere && (hasTools || process.env.CI))(
    "back PostgreSQL up, and restore it beside itself",
    async () => {
      if (!hasTools)
        throw new Error("pg_dump, pg_restore and createdb must be on PATH; .ci/run sees to that.");
      const server = process.env.TEST_DATABASE_URL ?? "";
      const [before, after] = [1, 2].map(() => `tightrope_runbook_${randomUUID().replaceAll("-", "")}`);
      const at = (name: string | undefined) => {
        const address = new URL(server);
        address.pathname = `/${name}`;
        return address.href;
      };
      const env = { DATABASE_URL: at(before), RESTORED_URL: at(after) };
      await asked(server, (client) =>
        client.query(`create database ${before} template template0 encoding 'UTF8'`),
      );
      try {
        const store = await begin(env.DATABASE_URL);
        await shell(commandsFor("back up PostgreSQL"), env);
        await store.close();
        const restore = commandsFor("restore PostgreSQL").replaceAll("tightrope_restored", after ?? "");
        expect(await shell(restore, env)).toContain("All is well");
        expect(await practiceIn(env.RESTORED_URL)).toBe("U1");
      } finally {
        for (const name of [before, after])
          await asked(server, (client) => client.query(`drop database if exists ${name}`));
      }
    },
    60_000,
  );
});

describe("the alerts", () => {
  const rule = z.strictObject({
    alert: z.string().regex(/^Tightrope[A-Z]\w+$/),
    expr: z.string(),
    for: z
      .string()
      .regex(/^\d+m$/)
      .optional(),
    labels: z.strictObject({ severity: z.enum(["critical", "warning"]) }),
    annotations: z.strictObject({ summary: z.string().regex(/\.$/) }),
  });
  const file = z.strictObject({
    groups: z.tuple([z.strictObject({ name: z.literal("tightrope"), rules: z.array(rule) })]),
  });
  const { rules } = file.parse(parse(read("docs/alerts.yml"))).groups[0];

  const backlog = {
    inbox: { undone: 0, since: undefined },
    outbox: { waiting: 0, sending: 0, since: undefined },
    due: { overdue: 0, since: undefined },
    practices: { running: 0 },
  };
  const figures = async () => {
    const metrics = createMetrics("1", {
      backlog: async () => backlog,
      connected: () => true,
      now: Date.now,
    });
    const { text } = await metrics.page();
    return [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = ""]) => name);
  };
  const namesIn = (text: string) =>
    [...text.matchAll(/\b(?:tightrope|nodejs|process)_[a-z0-9_]+/g)].map(([name]) =>
      name.replace(/_(?:bucket|count|sum)$/, ""),
    );

  it("are each explained in the runbook, and it explains no others", () => {
    const explained = [...runbook.matchAll(/^### (Tightrope\w+)$/gm)].map(([, name]) => name);
    expect(explained).toEqual(rules.map(({ alert }) => alert));
  });

  it("ask for figures that are there", async () => {
    const there = await figures();
    for (const { expr } of rules)
      for (const name of namesIn(expr)) expect(there, `${name} of ${expr}`).toContain(name);
  });

  it("and the runbook tells every figure of ours, and no others", async () => {
    const told = new Set(namesIn(runbook.split("## Look at it")[1]?.split("## Alerts")[0] ?? ""));
    const ours = (await figures()).filter((name) => name.startsWith("tightrope_"));
    expect([...told].filter((name) => name.startsWith("tightrope_")).sort()).toEqual(ours.sort());
  });

  it("have brackets that match", () => {
    for (const { expr } of rules)
      for (const [open, close] of ["()", "[]", "{}"])
        expect(expr.split(open ?? "").length, expr).toBe(expr.split(close ?? "").length);
  });
});
