import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOfFlows } from "../folder-of-flows.ts";
import { runCommand } from "../run-command.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "tightrope-test-"));
// One of the flows is enough for most of it, and is read sooner. Each run has a store of its own: they run side by side.
const FEW = folderOfFlows(join(folder, "flows"), ["late-delivery"]);
let runs = 0;
const run = (script: string, args: string[], input = "", flows = FEW) =>
  runCommand(join("src/terminal", script), args, {
    input,
    env: { TIGHTROPE_FLOWS: flows, TIGHTROPE_DB: join(folder, `${++runs}.db`) },
  });

const replies = join(folder, "replies.txt");
writeFileSync(
  replies,
  "Two promises of tomorrow and still no bike for Ruby. No wonder you're furious.\n\nhint\nWhich day is the party?\nstop\n",
);

type Line = { type: string; [key: string]: unknown };
const linesOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

describe("npm run practise", () => {
  it.concurrent("plays written replies and prints a line for everything that happened", async () => {
    const { stdout, status } = await run("practise.ts", [
      "late-delivery",
      "--replies",
      replies,
      "--seed",
      "7",
      "--json",
    ]);
    const told = linesOf(stdout);
    expect(told.map(({ type }) => type)).toEqual(["opening", "turn", "hint", "turn", "stop", "end"]);
    expect(told[1]).toMatchObject({
      n: 1,
      reading: { validation: { level: 2 } },
      rule: { file: join(FEW, "late-delivery.yml"), line: expect.any(Number) },
      mood: expect.any(String),
      meters: { frustration: expect.any(Number), trust: expect.any(Number) },
      says: [expect.any(String)],
    });
    expect(told.at(-1)).toMatchObject({ ending: null, outcome: null, debrief: { turns: 2, hints: 1 } });
    expect(status).toBe(0);
  });

  it.concurrent("gives the same bytes for the same flow, replies and seed", async () => {
    const args = ["late-delivery", "--replies", replies, "--seed", "7", "--json"];
    const [one, other] = await Promise.all([run("practise.ts", args), run("practise.ts", args)]);
    expect(one.stdout).toMatch(/^{/);
    expect(one.stdout).toBe(other.stdout);
  });

  it.concurrent("chats without a terminal too, and closes with the debrief", async () => {
    const { stdout } = await run(
      "practise.ts",
      ["late-delivery", "--seed", "7"],
      "pause\nhello\nresume\nsofter\nSorry.\nquit\n",
    );
    for (const words of ["Dana Whitfield:", "Paused.", "Type resume", "milder", "Your debrief"])
      expect(stdout).toContain(words);
  });

  it.concurrent("help, no hints and hints steer it, and none of them reaches the customer", async () => {
    const { stdout } = await run(
      "practise.ts",
      ["late-delivery"],
      "help\nno hints\nhint\nhints\nhint\nquit\n",
    );
    for (const words of [
      "“no hints” to go without",
      "goes on without hints",
      "is without hints",
      "Hints are back",
      "Hint: ",
    ])
      expect(stdout).toContain(words);
    expect(stdout).toContain("You stopped before your first message");
    const written = "help\nno hints\nhint\nhints\nhint\n";
    const told = linesOf(
      (await run("practise.ts", ["late-delivery", "--replies", "-", "--json"], written)).stdout,
    );
    expect(told.map(({ type }) => type)).toEqual(["opening", ...written.trim().split("\n"), "end"]);
    expect(told.at(-1)).toMatchObject({ debrief: { turns: 0, hints: 1 } });
  });

  it.concurrent("plays a draft from its file, and shows what keeps one from being played", async () => {
    const draft = join(folder, "draft.yml");
    copyFileSync(join(root, "flows/late-delivery.yml"), draft);
    const args = ["--replies", replies, "--json"];
    expect(linesOf((await run("practise.ts", [draft, ...args])).stdout)[0]).toMatchObject({
      flow: "late-delivery",
    });
    writeFileSync(draft, "flow: draft\n");
    expect((await run("practise.ts", [draft, ...args])).stderr).toContain("is missing");
  });

  it.concurrent.each([
    [["lat-delivery"], 'Did you mean "late-delivery"?'],
    [["late-delivery", "--replies", "nowhere.txt", "--json"], "There is no file nowhere.txt"],
    [["late-delivery", "--json"], "--json and --replies FILE go together"],
    [["late-delivery", "--seed", "seven"], "--seed takes a whole number"],
    [["late-delivery", "--colour"], "--colour"],
    [["late-delivery", "--progress"], "--progress goes alone"],
    [["--progress", "--forget"], "do not go together"],
    [["--replies", replies, "--json"], "Name the flow"],
  ])("%j is answered with what to do", async (args, words) => {
    const { stderr, status } = await run("practise.ts", args);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });
});

describe("npm run flows", () => {
  it.concurrent("checks every flow and is content with ours", async () => {
    const { stdout, status } = await run("flows.ts", ["check"], "", "flows");
    expect(stdout).toMatch(/(\d+) of \1 flows can be played\. 0 errors/);
    expect(status).toBe(0);
  });

  it.concurrent("shows every problem of a broken flow with its place, and exits with 1", async () => {
    const broken = join(folder, "broken.yml");
    writeFileSync(broken, "flow: broken\nversion: one\n");
    const { stdout, status } = await run("flows.ts", ["check", broken]);
    expect(stdout).toContain(`${broken}:2:10`);
    expect(stdout).toContain("^");
    expect(status).toBe(1);
  });

  it.concurrent("gives problems as data, and as annotations of a pull request", async () => {
    const broken = join(folder, "also-broken.yml");
    writeFileSync(broken, "flow: broken\nversion: one\n");
    const found = JSON.parse((await run("flows.ts", ["check", broken, "--json"])).stdout);
    expect(found).toContainEqual(
      expect.objectContaining({ code: "value/not-understood", line: 2, column: 10 }),
    );
    const { stdout } = await run("flows.ts", ["check", broken, "--github"]);
    expect(stdout).toMatch(
      /^::error file=\S+broken\.yml,line=2,col=10,endColumn=13,title=value\/not-understood::/m,
    );
  });

  it.concurrent.each([
    [["check", "nowhere.yml"], "There is no flow or file nowhere.yml"],
    [["chekc"], 'There is no command "chekc"'],
    [["check", "--jason"], 'There is no option --jason. Did you mean "--json"?'],
    [[], "Write difficult customers"],
  ])("%j is answered with what to do", async (args, words) => {
    const { stderr, status } = await run("flows.ts", args);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });
});
