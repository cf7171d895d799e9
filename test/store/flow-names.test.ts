import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readDraft, readFlowFile, readFlowFolder } from "../../src/store/flow-folder.ts";
import { readMany } from "../../src/store/load-many.ts";
import { MINIMAL } from "../flow/minimal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-names-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const save = (name: string, source: string) => writeFileSync(join(folder, name), source);
const told = (files = readFlowFolder(folder)) =>
  files.flatMap(({ problems }) =>
    problems.map(({ code, severity, line, column }) => `${severity} ${code} ${line}:${column}`),
  );

it("a flow that is called as its file is has nothing to be told", () => {
  save("Minimal.YML", MINIMAL);
  expect(told()).toEqual([]);
});

it("a flow that is called otherwise than its file plays, and its name is pointed at", async () => {
  save("tea.yml", `# Notes first.\n${MINIMAL}`);
  const hint = ["hint flow/other-name 2:7"];
  expect(told()).toEqual(hint);
  expect(told([readFlowFile(join(folder, "tea.yml"))])).toEqual(hint);
  expect(told([readDraft(folder, "tea.yml", `# Notes first.\n${MINIMAL}`)])).toEqual(hint);
  expect(told(await readMany(folder, () => {}))).toEqual(hint);
  expect(readFlowFolder(folder)[0]?.flow?.id).toBe("minimal");
});

it("of two flows of one name the second is told at its name, and what to write there", async () => {
  save("minimal.yml", MINIMAL);
  save("my suite.yml", `# Notes first.\n${MINIMAL}`);
  const [, second] = readFlowFolder(folder);
  expect(second?.flow).toBeUndefined();
  expect(second?.problems).toMatchObject([
    { code: "flow/name-taken", line: 2, column: 7, length: 7, remedy: "Write  my-suite" },
  ]);
  expect(told([readDraft(folder, "my suite.yml", MINIMAL)])).toEqual(["error flow/name-taken 1:7"]);
  expect(told(await readMany(folder, () => {}))).toEqual(["error flow/name-taken 2:7"]);
});

it("spaces in the name of a file stand for the hyphens of its flow", () => {
  save("my suite.yml", MINIMAL.replace("flow: minimal", "flow: my-suite"));
  expect(told()).toEqual([]);
});
