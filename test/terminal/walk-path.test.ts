import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runCommand } from "../run-command.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "tightrope-path-"));
const flows = join(folder, "flows");
mkdirSync(join(flows, "paths"), { recursive: true });
cpSync(join(root, "test", "slack", "cold-soup.yml"), join(flows, "cold-soup.yml"));
writeFileSync(
  join(flows, "paths", "lunch.yml"),
  `path: lunch
language: en
title: A long lunch
about: One customer, twice.
steps:
  - flow: cold-soup
    goal: Say what it did to their lunch.
  - flow: cold-soup
    goal: Do it in one message.
`,
);
afterAll(() => rmSync(folder, { recursive: true }));

const practise = (args: readonly string[], input = "") =>
  runCommand("src/terminal/practise.ts", args, {
    input,
    env: { TIGHTROPE_FLOWS: flows, TIGHTROPE_DB: join(folder, "store.db") },
  });
const walk = (path: string, words: string) => practise(["--path", path, "--seed", "1"], words);

it("a path is walked in the terminal step by step, with each goal, and its end is told", async () => {
  const { stdout: first } = await walk("lunch", "Calm down, it's only soup.\n");
  expect(first).toContain("Step 1 of 2 on “A long lunch”.");
  expect(first).toContain("Goal: Say what it did to their lunch.");
  const { stdout: second } = await walk(
    "lunch",
    "I'm sending a hot soup to your desk myself, it will be there by one.\n",
  );
  expect(second).toContain("1. Cold soup & no <spoon>: done. Robin Ashdown ended the talk.");
  expect(second).toContain("Goal: Do it in one message.");
  expect(second).toContain("You have come to the end of “A long lunch”.");
  expect((await walk("lunch", "")).stdout).toContain("Step 1 of 2");
});

it("a path that is not there is told with those that are", async () => {
  const { stderr, status } = await walk("lunhc", "");
  expect(stderr).toContain('There is no path called "lunhc". Did you mean "lunch"?');
  expect(status).toBe(1);
});

it("a flow or a path with problems is called so, with how to see them", async () => {
  writeFileSync(join(flows, "burnt-toast.yml"), "flow: burnt-toast\n");
  writeFileSync(join(flows, "paths", "supper.yml"), "path: supper\n");
  for (const [args, file] of [
    [["burnt-toast"], join(flows, "burnt-toast.yml")],
    [["--path", "supper"], join(flows, "paths", "supper.yml")],
  ] as const) {
    const { stderr, status } = await practise(args);
    expect(stderr).toContain(`${args.at(-1)} has problems`);
    expect(stderr).toContain(`npm run flows -- check ${file}`);
    expect(stderr).not.toContain("There is no");
    expect(status).toBe(1);
  }
});
