import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MARKS } from "../../src/workshop/flow-list.ts";
import { runCommand } from "../run-command.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "tightrope-flows-"));
copyFileSync(join(root, "test", "flow", "minimal.yml"), join(folder, "minimal.yml"));
const run = (...args: string[]) =>
  runCommand("src/terminal/flows.ts", args, { env: { TIGHTROPE_FLOWS: folder } });

describe("npm run flows -- draw", () => {
  it("writes the map of a flow as SVG and PNG, and prints where", async () => {
    const out = join(folder, "out");
    const { stdout, status } = await run("draw", "minimal", "--out", out);
    expect(stdout).toBe(`${join(out, "minimal.svg")}\n${join(out, "minimal.png")}\n`);
    expect(readFileSync(join(out, "minimal.png")).subarray(1, 4).toString()).toBe("PNG");
    expect(readFileSync(join(out, "minimal.svg"), "utf8")).toContain(">cross<");
    expect(status).toBe(0);
  });

  it("prints it as Mermaid text when asked", async () => {
    expect((await run("draw", "--out", join(folder, "out"), "--mermaid")).stdout).toContain(
      "\n```mermaid\n---\n",
    );
  });

  it("renews the list in the flows' README, and says what to add where there is no place for it", async () => {
    writeFileSync(join(folder, "README.md"), "# Ours\n");
    const without = await run("draw", "--readme");
    expect(without.status).toBe(1);
    for (const mark of MARKS) expect(without.stderr).toContain(mark);
    writeFileSync(join(folder, "README.md"), `# Ours\n\n${MARKS.join("\n")}\n`);
    expect((await run("draw", "--readme")).status).toBe(0);
    expect(readFileSync(join(folder, "README.md"), "utf8")).toContain("### A late parcel");
    expect(readdirSync(join(folder, "maps"))).toEqual(["minimal.svg"]);
  });

  it("draws what can be played, and says which flow can not", async () => {
    writeFileSync(join(folder, "broken.yml"), "flow: broken\n");
    const { stdout, stderr, status } = await run("draw", "--out", join(folder, "out"));
    expect(stdout).toContain("minimal.svg");
    expect(stderr).toContain("broken.yml cannot be played.");
    expect(status).toBe(1);
  });
});

describe("npm run flows -- table", () => {
  it("prints what each kind of message does in each mood, as text or as Markdown", async () => {
    expect((await run("table", "minimal")).stdout).toContain("trust at least 10");
    expect((await run("table", "minimal", "--markdown")).stdout).toContain(
      "| no different | trust at least 10 → calm<br>else stays |",
    );
  });
});
