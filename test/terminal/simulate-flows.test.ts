import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const MINIMAL = fileURLToPath(new URL("../flow/minimal.yml", import.meta.url));

function simulated(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    "npm",
    ["run", "-s", "flows", "--", "simulate", MINIMAL, "--runs", "5", ...args],
    { encoding: "utf8" },
  );
  return { code: status, out: stdout, said: stderr };
}

describe("npm run flows -- simulate", () => {
  test("prints data that is the same each time, and shows no bar where nobody watches", () => {
    const first = simulated("--words", "1", "--json");
    expect(first).toEqual(simulated("--words", "1", "--json"));
    expect(first.said).toBe("");
    const [{ flow, rows, found }] = JSON.parse(first.out);
    expect(flow).toBe("minimal");
    expect(rows).toHaveLength(20);
    expect(found.map(({ code }: { code: string }) => code)).toContain("simulate/gamer-wins");
  });

  test("ends with 1 for a warning only when it is to be strict", () => {
    expect(simulated("--words", "0")).toMatchObject({
      code: 0,
      out: expect.stringContaining("[simulate/lost-in-two]"),
    });
    expect(simulated("--words", "0", "--strict").code).toBe(1);
  });

  test("says which numbers it cannot take", () => {
    expect(simulated("--runs", "0", "--words", "0")).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^--runs and --words cannot both be 0\./),
    });
    expect(simulated("--words", "many")).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^--words takes a whole number, not "many"\./),
    });
  });
});
