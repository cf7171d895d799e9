import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { playTest } from "../../src/flow/play-tests.ts";
import { describeProblem } from "../../src/flow/problem.ts";
import { tellFailures } from "../../src/flow/tell-failures.ts";

const folder = fileURLToPath(new URL("../../flows/", import.meta.url));
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".yml"))
  .map((file) => {
    const source = readFileSync(folder + file, "utf8");
    return { file, source, ...loadFlow(source, `flows/${file}`) };
  });

describe.each(files)("$file", ({ file, source, flow, problems }) => {
  test("is written without a mistake", () => {
    const mistakes = problems.filter(({ severity }) => severity !== "hint");
    expect(mistakes.map((problem) => describeProblem(problem, source))).toEqual([]);
  });
  test("is called what its file is called", () => {
    expect(`${flow?.id}.yml`).toBe(file);
  });
  test("has sample conversations in real words", () => {
    const inWords = flow?.tests.filter(({ talk }) => talk.some(({ say }) => say !== undefined));
    expect(inWords?.length).toBeGreaterThanOrEqual(3);
  });
  describe("goes as its sample conversations say", () => {
    test.each(flow?.tests ?? [])("$name", (sample) => {
      expect(flow && tellFailures(flow, playTest(flow, sample))).toBe("");
    });
  });
});
