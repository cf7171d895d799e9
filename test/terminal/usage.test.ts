import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { helpOf, type Usage } from "../../src/terminal/usage.ts";
import { runCommand } from "../run-command.ts";

const root = join(import.meta.dirname, "..", "..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
// What begins with "node" is ours; the others are tools with a help of their own.
const ours = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file] = /^node (?:--\S+ )*(\S+)$/.exec(script) ?? [];
  return file ? [[name === "start" ? "npm start" : `npm run ${name}`, file, []] as const] : [];
});
const flows = ["new", "check", "test", "simulate", "draw", "table", "learn", "schema"].map(
  (name) => [`npm run flows -- ${name}`, "src/terminal/flows.ts", [name]] as const,
);
const store = ["check", "backup", "move"].map(
  (name) => [`npm run store -- ${name}`, "src/terminal/store.ts", [name]] as const,
);
const commands = [...ours.filter(([, file]) => !file.endsWith("flows.ts")), ...flows, ...store];

const PATIENCE = 30_000;
const LONGER = 40_000;
/** One that has begun its work instead of telling about it is stopped. */
const run = (file: string, args: readonly string[]) => runCommand(file, args, { timeout: PATIENCE });

describe("every command of ours", () => {
  it("is among those that are tried here", () => {
    expect(Object.values(scripts).filter((script) => script.startsWith("node "))).toHaveLength(ours.length);
    const named = /^ {2}npm run flows -- (\w+)/gm;
    return run("src/terminal/flows.ts", ["--help"]).then(({ stdout, status }) => {
      expect([...stdout.matchAll(named)].map(([, name]) => name)).toEqual(flows.map(([, , [name]]) => name));
      expect(status).toBe(0);
    });
  });

  it.concurrent.each(commands)(
    "%s --help tells what it does, its options and an example",
    async (command, file, args) => {
      const { stdout, stderr, status } = await run(file, [...args, "--help"]);
      expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
      const [title, does, ...more] = stdout.split("\n\n");
      expect(title).toMatch(new RegExp(`^${command}( -- |$| \\[| FILE$)`));
      expect(does).toMatch(/^[A-Z][^.]+\./);
      expect(more.join("\n\n")).toMatch(/Options:\n[\s\S]*-h, --help[\s\S]*For example:\n {2}npm /);
      expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(105);
    },
    LONGER,
  );

  it.concurrent.each(commands)(
    "%s answers an option that is not there in a sentence",
    async (command, file, args) => {
      const { stdout, stderr, status } = await run(file, [...args, "--colour"]);
      expect(stderr).toMatch(/^There is no option --colour\./);
      expect(stderr).toContain(`How it is used:  ${command}`);
      expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    },
    LONGER,
  );
});

describe("the flows commands", () => {
  it.concurrent.each([
    [["help", "check"], "again at every save"],
    [["simulate", "-h"], "--seed N"],
    [["-h"], "Write difficult customers"],
  ])("%j helps as well", async (args, words) => {
    const { stdout, status } = await run("src/terminal/flows.ts", args);
    expect(stdout).toContain(words);
    expect(status).toBe(0);
  });

  it.concurrent.each([
    [["draw", "--out"], "--out needs something behind it:  --out FOLDER"],
    [["draw", "--out", "--readme"], "--out needs something behind it"],
    [["check", "--json=yes"], '--json stands alone, without "=yes".'],
    [["schema", "late-delivery"], '"late-delivery" is not understood'],
    [["simulate", "--word", "5"], 'There is no option --word. Did you mean "--words"?'],
    [["simulte"], 'There is no command "simulte". Did you mean "simulate"?'],
    [["toString"], 'There is no command "toString".'],
  ])("%j is answered with what was meant", async (args, words) => {
    const { stderr, status } = await run("src/terminal/flows.ts", args);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });
});

it.each(["README.md", "flows/README.md"])("%s names every flows command that a trainer needs", (file) => {
  const named = [...readFileSync(join(root, file), "utf8").matchAll(/npm run flows -- (\w+)/g)].map(
    ([, name]) => name,
  );
  const needed = ["new", "check", "test", "simulate", "draw", "table"];
  expect(needed.filter((name) => !named.includes(name))).toEqual([]);
  // Who begins reads from the top.
  expect(named[0]).toBe("new");
});

it("what is too wide for its column has its sentence below it", () => {
  const usage: Usage = {
    command: "npm run x",
    does: "Does it.",
    options: { out: { type: "string", takes: "FILE", does: "where to" } },
    examples: [["npm run x -- --out a-file-with-a-name-that-goes-on-and-on.txt", "there"]],
  };
  expect(helpOf(usage)).toBe(`npm run x

Does it.

Options:
  --out FILE  where to
  -h, --help  this help

For example:
  npm run x -- --out a-file-with-a-name-that-goes-on-and-on.txt
    there`);
});
