import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it, test } from "vitest";
import { readFlowFile, readFlowFolder } from "../../src/store/flow-folder.ts";
import { isFlowName } from "../../src/store/yaml-files.ts";
import { flowNamed } from "../../src/terminal/flow-files.ts";
import { MINIMAL } from "../flow/minimal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-strays-"));
});

const save = (name: string, text = MINIMAL) => writeFileSync(join(folder, name), text);
const told = () =>
  readFlowFolder(folder).flatMap(({ file, kind, problems }) =>
    problems.map(({ severity, remedy }) => [basename(file), kind, severity, remedy.split("  ")[1]]),
  );

describe("one rule says which files are flows", () => {
  test.each(["minimal.yml", "Minimal.YML", "my suite.yml", "suite (2).yaml", "année.yml", "7.yml"])(
    "%s can be one",
    (name) => expect(isFlowName(name)).toBe(true),
  );
  test.each([
    ".yml",
    "._minimal.yml",
    "~suite.yml",
    "suite.yml.txt",
    "suite",
    "a/b.yml",
    "a\\b.yml",
    "a:b.yml",
  ])("%s can be none", (name) => expect(isFlowName(name)).toBe(false));

  it("and it is the same for the folder, for a file that is named, and for a practice", () => {
    save("my suite.yml");
    const spaced = join(folder, "my suite.yml");
    expect(readFlowFolder(folder).map(({ flow }) => flow?.id)).toEqual(["minimal"]);
    expect(readFlowFile(spaced).flow?.id).toBe("minimal");
    expect(flowNamed(spaced, [])).toMatchObject({ id: "minimal" });

    save("suite.yml.txt");
    const text = join(folder, "suite.yml.txt");
    expect(readFlowFile(text)).toMatchObject({
      flow: undefined,
      problems: [{ code: "file/name", severity: "error" }],
    });
    expect(flowNamed(text, [])).toContain("Call it  suite.yml  Windows hides the last ending");
  });
});

describe("a file that was meant as a flow and is not read", () => {
  test.each([
    ["suite.yml.txt", "suite.yml"],
    ["suite.yaml.docx", "suite.yml"],
    ["suite.yml (1)", "suite.yml"],
    ["suite_yml", "suite.yml"],
    ["suite.ymal", "suite.yml"],
    ["suite.txt", "suite.yml"],
    ["what: now.yml", "what- now.yml"],
  ])("%s is told what to be called", (name, better) => {
    save(name);
    expect(told()).toEqual([[name, "stray", "warning", better]]);
  });

  it("is told among the shared parts and the paths as well", () => {
    for (const inside of ["shared", "paths"]) {
      mkdirSync(join(folder, inside));
      save(`${inside}/one.yml.txt`, "");
    }
    expect(told().map(([name]) => name)).toEqual(["one.yml.txt", "one.yml.txt"]);
  });

  test.each([
    "README.md",
    "notes.txt",
    "flow.schema.json",
    "minimal.yml.bak",
    "minimal.yml~",
    "._x.yml",
    ".x.yml.swp",
  ])("%s is nothing of the kind", (name) => {
    save(name, "Notes on\n  flow: none\n");
    expect(told()).toEqual([]);
  });
});
