import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { loadPath } from "../../src/flow/load-path.ts";
import { describeProblem } from "../../src/flow/problem.ts";
import { readFlowFolder } from "../../src/store/flow-folder.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { MINIMAL } from "./minimal.ts";

const dana = projectFlow("late-delivery");
const flow = (id: string, some: Partial<Flow> = {}): Flow => ({ ...dana, id, ...some });
const HEAVY = { care: { heavy: true, before: "Be ready.", after: "Rest." } };
const FLOWS = [
  flow("gentle"),
  flow("steady"),
  flow("heavy-one", HEAVY),
  flow("heavy-two", HEAVY),
  flow("anders", { language: "de" }),
];

const folder = join(import.meta.dirname, "broken-paths");
const broken = readdirSync(folder).map((file) => ({
  file,
  source: readFileSync(join(folder, file), "utf8"),
}));

describe("a mistake in a path is named, and found at its place", () => {
  test.each(broken)("$file", ({ file, source }) => {
    const [, expected, milder] = /^# expect: (\S+ \d+:\d+)(?: \((warning)\))?$/m.exec(source) ?? [];
    const { path, problems } = loadPath(source, file, FLOWS);
    expect(problems.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([expected]);
    expect(problems[0]?.severity).toBe(milder ?? "error");
    expect(path !== undefined, "whether it can be walked").toBe(milder !== undefined);
  });
});

describe("and told in a trainer's words", () => {
  test.each(broken)("$file", ({ file, source }) => {
    for (const problem of loadPath(source, file, FLOWS).problems) {
      expect(problem.message).not.toMatch(/invalid|expected|token|scalar|mapping|undefined|object|NaN/i);
      expect(problem.remedy).toMatch(/^[A-Z].{10,}/);
      expect(describeProblem(problem, source)).toContain(`--> ${file}:${problem.line}:${problem.column}`);
    }
  });
});

it("a flow that was mistyped is suggested", () => {
  const { source } = broken.find(({ file }) => file === "unknown-flow.yml") ?? expect.unreachable();
  expect(loadPath(source, "path.yml", FLOWS).problems[0]?.remedy).toBe('Did you mean "steady"?');
});

const PATH = `path: first
language: en
title: One customer
about: Only one.
steps:
  - flow: minimal
    goal: Ask one question.
`;

it("paths are read beside the flows, and of two with one name the second is told where it stands", () => {
  const root = mkdtempSync(join(tmpdir(), "paths-"));
  mkdirSync(join(root, "paths"));
  writeFileSync(join(root, "minimal.yml"), MINIMAL);
  writeFileSync(join(root, "paths", "a.yml"), `\uFEFF${PATH}`);
  writeFileSync(join(root, "paths", "b.yml"), PATH);
  const files = readFlowFolder(root);
  expect(files.map(({ kind, flow, path }) => [kind, flow?.id, path?.id])).toEqual([
    ["flow", "minimal", undefined],
    ["path", undefined, "first"],
    ["path", undefined, undefined],
  ]);
  expect(files[2]?.problems).toMatchObject([
    { code: "path/name-taken", file: join(root, "paths", "b.yml"), line: 1, column: 7 },
  ]);
});

describe("the paths of the project", () => {
  const own = readFlowFolder(join(import.meta.dirname, "..", "..", "flows")).filter(
    ({ kind }) => kind === "path",
  );

  it("are written without a mistake, and called what their files are called", () => {
    expect(own.flatMap(({ problems }) => problems)).toEqual([]);
    expect(own.map(({ path }) => path?.id)).toEqual(["limits-and-care", "onboarding-week"]);
    expect(own.every(({ file, path }) => file.endsWith(`/${path?.id}.yml`))).toBe(true);
  });

  it("the first week goes from easy to harder, and never meets anything heavy", () => {
    const steps = own.find(({ path }) => path?.id === "onboarding-week")?.path?.steps ?? [];
    const flows = steps.map((step) => projectFlow(step.flow));
    const levels = flows.map(({ level }) => ["easy", "medium", "hard"].indexOf(level));
    expect(levels).toEqual([...levels].sort());
    expect(flows.some(({ care }) => care.heavy)).toBe(false);
    expect(steps.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5]);
  });
});
