import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "tightrope-test-"));
const run = (script: string, args: string[], input = "") =>
  spawnSync(process.execPath, [join("src/terminal", script), ...args], {
    cwd: root,
    input,
    encoding: "utf8",
    env: { ...process.env, TIGHTROPE_DB: join(folder, "store.db") },
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
  it("plays written replies and prints a line for everything that happened", () => {
    const { stdout, status } = run("practise.ts", [
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
      rule: { file: "flows/late-delivery.yml", line: expect.any(Number) },
      mood: expect.any(String),
      meters: { frustration: expect.any(Number), trust: expect.any(Number) },
      says: [expect.any(String)],
    });
    expect(told.at(-1)).toMatchObject({ ending: null, outcome: null, debrief: { turns: 2, hints: 1 } });
    expect(status).toBe(0);
  });

  it("gives the same bytes for the same flow, replies and seed", () => {
    const args = ["late-delivery", "--replies", replies, "--seed", "7", "--json"];
    expect(run("practise.ts", args).stdout).toBe(run("practise.ts", args).stdout);
  });

  it("chats without a terminal too, and closes with the debrief", () => {
    const { stdout } = run(
      "practise.ts",
      ["late-delivery", "--seed", "7"],
      "pause\nhello\nresume\nsofter\nSorry.\nquit\n",
    );
    for (const words of ["Dana Whitfield:", "Paused.", "Type resume", "milder", "Your debrief"])
      expect(stdout).toContain(words);
  });

  it("help, no hints and hints steer it, and none of them reaches the customer", () => {
    const { stdout } = run("practise.ts", ["late-delivery"], "help\nno hints\nhint\nhints\nhint\nquit\n");
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
    const told = linesOf(run("practise.ts", ["late-delivery", "--replies", "-", "--json"], written).stdout);
    expect(told.map(({ type }) => type)).toEqual(["opening", ...written.trim().split("\n"), "end"]);
    expect(told.at(-1)).toMatchObject({ debrief: { turns: 0, hints: 1 } });
  });

  it("plays a draft from its file, and shows what keeps one from being played", () => {
    const draft = join(folder, "draft.yml");
    copyFileSync(join(root, "flows/late-delivery.yml"), draft);
    const args = ["--replies", replies, "--json"];
    expect(linesOf(run("practise.ts", [draft, ...args]).stdout)[0]).toMatchObject({ flow: "late-delivery" });
    writeFileSync(draft, "flow: draft\n");
    expect(run("practise.ts", [draft, ...args]).stderr).toContain("is missing");
  });

  it.each([
    [["lat-delivery"], 'Did you mean "late-delivery"?'],
    [["late-delivery", "--replies", "nowhere.txt", "--json"], "There is no file nowhere.txt"],
    [["late-delivery", "--json"], "--json and --replies FILE go together"],
    [["late-delivery", "--seed", "seven"], "--seed takes a whole number"],
    [["late-delivery", "--colour"], "--colour"],
    [["late-delivery", "--progress"], "--progress goes alone"],
    [["--progress", "--forget"], "do not go together"],
    [["--replies", replies, "--json"], "Name the flow"],
  ])("%j is answered with what to do", (args, words) => {
    const { stderr, status } = run("practise.ts", args);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });
});

describe("npm run flows", () => {
  it("checks every flow and is content with ours", () => {
    const { stdout, status } = run("flows.ts", ["check"]);
    expect(stdout).toMatch(/(\d+) of \1 flows can be played\. 0 errors/);
    expect(status).toBe(0);
  });

  it("shows every problem of a broken flow with its place, and exits with 1", () => {
    const broken = join(folder, "broken.yml");
    writeFileSync(broken, "flow: broken\nversion: one\n");
    const { stdout, status } = run("flows.ts", ["check", broken]);
    expect(stdout).toContain(`${broken}:2:10`);
    expect(stdout).toContain("^");
    expect(status).toBe(1);
  });

  it("gives problems as data, and as annotations of a pull request", () => {
    const broken = join(folder, "broken.yml");
    writeFileSync(broken, "flow: broken\nversion: one\n");
    const found = JSON.parse(run("flows.ts", ["check", broken, "--json"]).stdout);
    expect(found).toContainEqual(
      expect.objectContaining({ code: "value/not-understood", line: 2, column: 10 }),
    );
    const { stdout } = run("flows.ts", ["check", broken, "--github"]);
    expect(stdout).toMatch(
      /^::error file=\S+broken\.yml,line=2,col=10,endColumn=13,title=value\/not-understood::/m,
    );
  });

  it.each([
    [["check", "nowhere.yml"], "There is no flow or file nowhere.yml"],
    [["chekc"], 'There is no command "chekc"'],
    [["check", "--jason"], 'There is no option --jason. Did you mean "--json"?'],
    [[], "Write difficult customers"],
  ])("%j is answered with what to do", (args, words) => {
    const { stderr, status } = run("flows.ts", args);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });
});
