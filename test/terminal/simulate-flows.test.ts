import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCommand } from "../run-command.ts";

const MINIMAL = fileURLToPath(new URL("../flow/minimal.yml", import.meta.url));

const simulated = (...args: string[]) =>
  runCommand("src/terminal/flows.ts", ["simulate", MINIMAL, "--runs", "5", ...args]);

describe("npm run flows -- simulate", () => {
  test.concurrent("prints data that is the same each time, and shows no bar where nobody watches", async () => {
    const [first, second] = await Promise.all([1, 2].map(() => simulated("--words", "1", "--json")));
    expect(first).toEqual(second);
    expect(first?.stderr).toBe("");
    const [{ flow, rows, found }] = JSON.parse(first?.stdout ?? "");
    expect(flow).toBe("minimal");
    expect(rows).toHaveLength(20);
    expect(found.map(({ code }: { code: string }) => code)).toContain("simulate/gamer-wins");
  });

  test.concurrent("ends with 1 for a warning only when it is to be strict", async () => {
    expect(await simulated("--words", "0")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("[simulate/lost-in-two]"),
    });
    expect((await simulated("--words", "0", "--strict")).status).toBe(1);
  });

  test.concurrent("says which numbers it cannot take", async () => {
    expect(await simulated("--runs", "0", "--words", "0")).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^--runs and --words cannot both be 0\./),
    });
    expect(await simulated("--words", "many")).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^--words takes a whole number, not "many"\./),
    });
  });
});
