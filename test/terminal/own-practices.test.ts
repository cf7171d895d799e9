import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { ownPractices } from "../../src/terminal/own-practices.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { folderOfFlows } from "../folder-of-flows.ts";
import { practised } from "../programme/past.ts";
import { runCommand } from "../run-command.ts";

const root = join(import.meta.dirname, "..", "..");
const dana = projectFlow("late-delivery");
const CLEAR = "Two promises of tomorrow and still no bike for Ruby. No wonder you're furious.";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-own-"));
  file = join(folder, "store.db");
  // What is practised, and something else to suggest.
  folderOfFlows(join(folder, "flows"), ["late-delivery", "twenty-years"]);
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (args: string[], input = "", database = file) =>
  runCommand("src/terminal/practise.ts", args, {
    input,
    env: { TIGHTROPE_FLOWS: join(folder, "flows"), TIGHTROPE_DB: database },
  });

const practise = (database = file) =>
  run(["late-delivery", "--seed", "7"], `progress\n${CLEAR}\nstop\n`, database);

describe("practices in the terminal", async () => {
  it("are kept, and told as progress with what to practise next", async () => {
    expect((await practise()).stdout).toContain("kept on this machine, for you alone");
    for (const asked of ["--progress", "progress"]) {
      const { stdout, status } = await run([asked]);
      expect(stdout).toContain("Validation: clear in the one practice that called for it.");
      expect(stdout).toMatch(/Suggested next: .*\nStart it with: {2}npm run practise -- [a-z-]+\n/);
      expect(status).toBe(0);
    }
    expect((await practise()).stdout).toContain("Validation: clear in the one practice");
  });

  it("are erased when that is asked for", async () => {
    await practise();
    expect((await run(["--forget"])).stdout).toBe("One practice was erased. Nothing of yours is kept.\n");
    expect((await run(["--progress"])).stdout).toContain("There is nothing to look back on yet");
    expect((await run(["--forget"])).stdout).toBe("There was nothing to erase.\n");
  });

  it("that were clear with hardly a hint offer to do without", async () => {
    const session = practised(dana, ["specific-validation"]);
    for (const startedAt of [1, 2])
      await ownPractices(file, userInfo().username).keep({ session, withoutHints: false, startedAt });
    expect((await practise()).stdout).not.toContain("type no hints");
    expect((await practise()).stdout).toContain("hardly needed a hint: type no hints to do this one without");
  });

  it("leave nothing behind when replies are only played", async () => {
    await run(["late-delivery", "--replies", "-", "--json"], `${CLEAR}\n`);
    expect(existsSync(file)).toBe(false);
  });

  it("go on where nothing can be kept, and a line says so", async () => {
    const nowhere = join(root, "package.json", "store.db");
    const { stdout, stderr, status } = await practise(nowhere);
    expect(stdout.match(/Practices are not kept just now: /g)).toHaveLength(1);
    expect(stdout).toContain("There is no progress to show while nothing is kept.");
    expect(stdout).toContain("Validation: ▰▰▰ clear.");
    expect([stderr, status]).toEqual(["", 0]);
    for (const asked of ["--progress", "--forget"]) {
      const answered = await run([asked], "", nowhere);
      expect(answered.stderr).toMatch(/cannot be read and written .* TIGHTROPE_DB\.\n$/);
      expect(answered.status).toBe(1);
    }
  });

  it("are not kept in what forgets, and a line says so", async () => {
    expect((await practise(":memory:")).stdout).toContain(
      "Practices are not kept just now: TIGHTROPE_DB must name a file on a disk",
    );
  });

  it("go on while Tightrope runs on the same store", async () => {
    const store = await openStore(file);
    expect((await practise()).stdout).toContain(`Another Tightrope already uses ${file}`);
    await store.close();
  });

  it("of two accounts have nothing to do with each other", async () => {
    const done = { session: practised(dana, ["validation"]), withoutHints: false, startedAt: 1 };
    await ownPractices(file, "ada").keep(done);
    expect((await ownPractices(file, "ada").progress()).practices).toHaveLength(1);
    expect((await ownPractices(file, "ben").progress()).practices).toHaveLength(0);
    expect(await ownPractices(file, "ben").forget()).toBe(0);
    expect((await run(["--progress"])).stdout).toContain("There is nothing to look back on yet");
  });

  it("that end at the same instant are all kept, and a message taken again counts once", async () => {
    const done = { session: practised(dana, ["validation"]), withoutHints: false, startedAt: 1 };
    const own = ownPractices(file, "ada");
    const [first = ""] = await Promise.all([own.keep(done), own.keep(done)]);
    await own.keep({ ...done, retry: { of: first, turn: 1 } });
    expect((await own.progress()).practices).toHaveLength(2);
  });
});
