import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appealOf } from "../../src/feedback/appeal.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { playTest } from "../../src/flow/play-tests.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { runCommand } from "../run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "tightrope-appeals-"));
const file = join(folder, "store.db");
const run = (args: string[], database = file) =>
  runCommand("src/terminal/appeals.ts", args, { env: { TIGHTROPE_DB: database } });

const dana = projectFlow("late-delivery");
const OPEN = "Calm down please, Ada here, it's only a bike.";
const SECRET = "Marmalade and thunder, calm down.";
let store: Store;
// One line with consent, and one without, while Tightrope has the store open.
beforeAll(async () => {
  store = await openStore(file);
  const session = [SECRET, OPEN].reduce(takeTurn, begin(dana, 7, "Ada"));
  const about = { about: "calm-command", thinks: "absent", why: "A friendly\nword by Ada." };
  for (const [turn, consent] of [
    [1, false],
    [2, true],
  ] as const) {
    const appeal = appealOf(session, "practice-1", { ...about, turn, consent }) ?? expect.unreachable();
    await store.once({ team: "T1", id: `appeal-${turn}` }, async (desk) => {
      await desk.keepAppeal({ team: "T1", id: `V${turn}`, user: "U0SECRET", appeal });
    });
  }
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const expectNothingElse = (text: string) =>
  expect(text).not.toMatch(/Marmalade|thunder|Ada|U0SECRET|practice-1/);

describe("npm run appeals", () => {
  it.concurrent("lists what was said while Tightrope runs; without consent only the reading and both opinions", async () => {
    const { stdout, status } = await run(["list"]);
    expect(stdout).toContain("late-delivery, message 2 (appeal-");
    expect(stdout).toContain("The line: Calm down please, Sam here, it's only a bike.");
    expect(stdout).toContain("Telling somebody to calm down: seen. The trainee: It isn't there.");
    expect(stdout).toContain("Why: A friendly word by Sam.");
    expect(stdout).toContain(
      "Without consent, so without words:\n  1 × Telling somebody to calm down: seen.",
    );
    expectNothingElse(stdout);
    expect(status).toBe(0);
  });

  it.concurrent("exports corpus lines of what was allowed, and nothing else", async () => {
    const { stdout, stderr } = await run(["export"]);
    const [line, ...others] = stdout
      .trim()
      .split("\n")
      .map((one) => JSON.parse(one) as object);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ reply: OPEN.replace("Ada", "Sam"), evidence: expect.any(Object) });
    expect(Object.keys(line ?? {})).toEqual([
      "id",
      "customer",
      "reply",
      "validation",
      "question",
      "deescalation",
      "solution",
      "escalating",
      "faults",
      "evidence",
    ]);
    expect(JSON.stringify(line)).not.toContain("calm_command");
    expect(stderr).toContain("1 of 1 lines with consent written.");
    expectNothingElse(stdout);
  });

  it.concurrent("exports tests that a trainer can paste: they play, and fail only where opinions differ", async () => {
    const out = join(folder, "tests.yml");
    expect((await run(["export", "--as", "flow-test", "--out", out])).status).toBe(0);
    const text = readFileSync(out, "utf8");
    expect(text).toContain("# Paste these under  tests:  of late-delivery.");
    expectNothingElse(text);
    const { flow, problems } = loadFlow(dana.source.replace(/^tests:.*\n/m, `tests:\n${text}`), "dana.yml");
    expect(problems.filter(({ severity }) => severity !== "hint")).toEqual([]);
    const [pasted] = flow?.tests ?? [];
    expect(flow?.tests).toHaveLength(dana.tests.length + 1);
    if (!flow || !pasted) return;
    expect(playTest(flow, pasted).map(({ expected }) => expected)).toEqual(["not: calm-command"]);
  });

  it.concurrent("overwrites no file", async () => {
    const out = join(folder, "precious.txt");
    writeFileSync(out, "precious");
    const { stderr, status } = await run(["export", "--out", out]);
    expect(stderr).toContain("Name a file that is not there yet");
    expect([status, readFileSync(out, "utf8")]).toEqual([1, "precious"]);
  });

  it.concurrent("where there is no store it says so, and makes none", async () => {
    const nowhere = join(folder, "nowhere.db");
    const { stderr, status } = await run(["list"], nowhere);
    expect(stderr).toContain("There is no store at");
    expect([status, existsSync(nowhere)]).toEqual([1, false]);
  });

  it.concurrent("explains itself", async () => {
    expect(await run(["--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("--as corpus|flow-test"),
    });
  });

  it.concurrent.each([
    [[], "Say what to do: list or export."],
    [["lsit"], 'There is no command "lsit"'],
    [["export", "--as", "poem"], '--as takes corpus or flow-test, not "poem"'],
    [["list", "all"], '"all" is not understood'],
    [["list", "--colour"], "--colour"],
  ])("%j is answered with what to do", async (args, words) => {
    const { stderr, status } = await run(args);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });
});
