import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const docs = join(import.meta.dirname, "..", "..", "docs");
const runbook = readFileSync(join(docs, "runbook.md"), "utf8");

describe("the runbook's sizes", () => {
  const cells = (begins: string) => {
    const [line = ""] = runbook.split("\n").filter((one) => one.startsWith(`| ${begins}`));
    return line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  };
  const UNITS: Record<string, number> = { kB: 1e3, MB: 1e6, GB: 1e9 };
  /** The first number of each cell of a row, in bytes where it has such a unit; nothing where it has none. */
  const row = (begins: string) =>
    cells(begins)
      .slice(1)
      .map((cell) => {
        const [, number, unit = ""] = /(\d[\d,]*(?:\.\d+)?) ?([kMG]B)?/.exec(cell) ?? [];
        return number && Number(number.replaceAll(",", "")) * (UNITS[unit] ?? 1);
      });
  const AGENTS = [100, 10_000, 50_000, 1_000_000];
  const C = Number(/\*C\* = ([\d.]+) ms/.exec(cells("with *C* =")[0] ?? "")?.[1]);
  const peak = (agents: number) => ((agents * 16) / 144_000) * 5;
  const cores = (agents: number) => (peak(agents) * C) / 1_000 / 0.6;
  // The smallest is on the embedded store: one process, without a database.
  const instances = (agents: number) => (agents === 100 ? 1 : Math.ceil(cores(agents)) + 1);

  it("are told for a hundred, ten thousand, fifty thousand and a million agents", () => {
    expect(runbook).toContain(
      `| | ${AGENTS.map((many) => `${many.toLocaleString("en")} agents`).join(" | ")} |`,
    );
  });

  it.each<[string, (agents: number) => number]>([
    ["messages a second, average", (agents) => peak(agents) / 5],
    ["messages a second, at peak", peak],
    ["events a second, at peak", (agents) => peak(agents) * 3],
    ["events in the busiest hour", (agents) => peak(agents) * 3 * 3_600],
    ["cores for Tightrope", (agents) => peak(agents) / 1_000 / 0.6],
    ["with *C* =", cores],
    ["kept: agents × 290 kB", (agents) => agents * 290_000],
  ])("come out of their own arithmetic: %s", (begins, right) => {
    const told = row(begins);
    expect(told).toHaveLength(AGENTS.length);
    for (const [index, agents] of AGENTS.entries())
      expect(Math.abs(Number(told[index]) / right(agents) - 1), `${agents}: ${told[index]}`).toBeLessThan(
        0.1,
      );
  });

  it("come out of it in whole workspaces, instances and connections", () => {
    const hour = (agents: number) => Math.ceil((peak(agents) * 3 * 3_600) / 30_000 - 1e-9);
    expect(row("workspaces that they have")).toEqual(AGENTS.map(hour));
    expect(row("instances:")).toEqual(AGENTS.map(instances));
    const [none, ...connections] = row("connections to PostgreSQL");
    expect(none).toBeUndefined();
    expect(connections).toEqual(AGENTS.slice(1).map((agents) => instances(agents) * 11));
    const [embedded, ...taken] = cells("take").slice(1);
    expect(embedded).toContain("the embedded store");
    for (const [index, agents] of AGENTS.slice(1).entries())
      expect(taken[index]).toContain(`${instances(agents)} instances of 1 core`);
  });

  it("leave PostgreSQL twice the room of what is kept", () => {
    const [, ...kept] = row("kept: agents");
    const [none, ...disk] = row("disk of PostgreSQL");
    expect(none).toBeUndefined();
    for (const [index, size] of kept.entries())
      expect(Math.abs(Number(disk[index]) / (Number(size) * 2) - 1)).toBeLessThan(0.1);
  });

  it("stand on what was measured", () => {
    const measured = /^\| 50 a second \| PostgreSQL \| ([\d.]+) /m.exec(
      readFileSync(join(docs, "performance.md"), "utf8"),
    )?.[1];
    expect(C).toBeGreaterThan(Number(measured) * 0.95);
    expect(C).toBeLessThan(Number(measured) * 2);
    // 26 practices in 90 days, and the messages of 9 practices in 30 days.
    expect((26 * 9_000 + 9 * 20 * 305) / 290_000).toBeCloseTo(1, 1);
  });
});
