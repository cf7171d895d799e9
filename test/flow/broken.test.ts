import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { describeProblem } from "../../src/flow/problem.ts";
import { MINIMAL, mistakesIn } from "./minimal.ts";
import { paste } from "./paste.ts";

const folder = fileURLToPath(new URL("broken/", import.meta.url));
const broken = readdirSync(folder)
  .filter((file) => file.endsWith(".yml"))
  .map((file) => ({ file, source: readFileSync(folder + file, "utf8") }));

test("the flow that all broken flows are made from has no mistake", () => {
  const { flow, problems } = loadFlow(MINIMAL, "minimal.yml");
  expect(problems).toEqual([]);
  expect(flow?.title).toBe("A late parcel");
});

describe("a mistake is named, found at its place and kept out", () => {
  test.each(broken)("$file", ({ file, source }) => {
    const [, expected, milder] = /^# expect: (\S+ \d+:\d+)(?: \((warning|hint)\))?$/m.exec(source) ?? [];
    const { flow, problems } = loadFlow(source, file);
    expect(problems.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([expected]);
    expect(problems[0]?.severity).toBe(milder ?? "error");
    expect(flow !== undefined, "whether it can be played").toBe(milder !== undefined);
  });
});

describe("every mistake is told in a trainer's words", () => {
  test.each(broken)("$file", ({ file, source }) => {
    for (const problem of loadFlow(source, file).problems) {
      expect(problem.message).not.toMatch(
        /invalid|expected|token|scalar|mapping|undefined|null\b.*null|object|NaN/i,
      );
      expect(problem.remedy).toMatch(/^[A-Z].{10,}/);
      const [head, place, ...frame] = describeProblem(problem, source).split("\n");
      expect(head).toContain(problem.message);
      expect(place).toBe(`  --> ${file}:${problem.line}:${problem.column}`);
      expect(frame.at(-2)).toMatch(/^ *\| *\^+$/);
    }
  });
});

describe("a remedy that says what to write makes the flow load when it is pasted", () => {
  const pasted = broken.flatMap(({ file, source }) => {
    const problem = loadFlow(source, file).problems[0];
    const fixed = problem && paste(problem, source);
    return fixed === undefined ? [] : [{ file, fixed }];
  });
  test("most mistakes have one", () => {
    expect(pasted.length).toBeGreaterThan(40);
  });
  test.each(pasted)("$file", ({ file, fixed }) => {
    expect(mistakesIn(fixed, file)).toEqual([]);
  });
});
