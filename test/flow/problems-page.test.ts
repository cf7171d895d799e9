import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/flow/problem.ts";
import { readFlowFolder } from "../../src/store/flow-folder.ts";
import { MINIMAL } from "./minimal.ts";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "flows", "PROBLEMS.md"), "utf8");

/** One example: a file, or what stands in the smallest flow in place of the part of the same name. */
type Example = { kind: string; text: string };
type Section = { code: string; severity: string; wrong: Example[]; right: Example[] };

const examplesIn = (part = ""): Example[] =>
  [...part.matchAll(/^```yaml ?(.*)\n([\s\S]*?)\n```$/gm)].map(([, kind = "", text = ""]) => ({
    kind,
    text: text
      .replaceAll("␣", "\u00a0")
      .replaceAll("⇥", "\t")
      .replaceAll("⌧", "\u202e")
      .replaceAll("‸", "\u200b"),
  }));

const sections: Section[] = page
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [wrong, right] = section.split("**Wrong**")[1]?.split("**Right**") ?? [];
    return {
      code: /^`(.+)`/.exec(section)?.[1] ?? "",
      severity: /^\*\*(Error|Warning|Hint)\.\*\*/m.exec(section)?.[1]?.toLowerCase() ?? "",
      wrong: examplesIn(wrong),
      right: examplesIn(right),
    };
  });

const sources = ["src/flow", "src/store"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(root, folder, file)))
  .filter((file) => file.includes("/flow/") || /(flow-names|stray-files|(flow|path)-folder)\.ts$/.test(file));
const codes = new Set(
  sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"([a-z]+\/[a-z-]+)"/g)].map(([, code]) => code),
  ),
);

describe("the page of problems", () => {
  test("explains every code that the check has, and no other", () => {
    expect(sections.map(({ code }) => code).sort()).toEqual([...codes].sort());
  });
  test("lists its sections above them, in their order", () => {
    const listed = [...page.matchAll(/\[([a-z]+\/[a-z-]+)\]\(#(\S+?)\)/g)];
    expect(listed.map(([, code]) => code)).toEqual(sections.map(({ code }) => code));
    for (const [, code, anchor] of listed) expect(anchor).toBe(code?.replace("/", ""));
  });
  test("says how grave each one is and shows it wrong and right", () => {
    for (const { code, severity, wrong, right } of sections)
      expect([code, severity !== "", wrong.length > 0, right.length > 0]).toEqual([code, true, true, true]);
  });
});

test("every code has a broken flow, but for those that take more than a file", () => {
  const broken = ["broken", "broken-paths"]
    .map((name) => join(import.meta.dirname, name))
    .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8")));
  const shown = broken.map((source) => /^# expect: (\S+)/m.exec(source)?.[1]);
  expect([...codes].filter((code) => !shown.includes(code)).sort()).toEqual([
    "file/name",
    "file/too-large",
    "flow/name-taken",
    "flow/other-name",
    "path/name-taken",
    "uses/not-shareable",
    "uses/strange-meter",
    "uses/unknown",
  ]);
});

describe("what the page shows is true", () => {
  test.each(sections)("$code", ({ code, severity, wrong, right }) => {
    const found = problemsOf(wrong);
    const grave = found.filter((problem) => problem.severity !== "hint" || problem.code === code);
    expect([...new Set(grave.map((problem) => `${problem.code} ${problem.severity}`))]).toEqual([
      `${code} ${severity}`,
    ]);
    expect(
      problemsOf(right).filter((problem) => problem.code === code || problem.severity !== "hint"),
    ).toEqual([]);
  });
});

/** The problems of a folder with these examples, or of the smallest flow with the one example in it. */
function problemsOf(examples: readonly Example[]): Problem[] {
  const folder = mkdtempSync(join(tmpdir(), "problems-"));
  for (const inside of ["shared", "paths"]) mkdirSync(join(folder, inside));
  if (examples.some(({ kind }) => kind.startsWith("paths/"))) writeFlowsForPaths(folder);
  for (const { kind, text } of examples)
    writeFileSync(join(folder, kind.includes(".yml") ? kind : "flow.yml"), fileOf({ kind, text }));
  return readFlowFolder(folder).flatMap(({ problems }) => problems);
}

// The flows that the page says its paths lead through.
function writeFlowsForPaths(folder: string): void {
  for (const name of ["gentle", "steady", "heavy-one", "heavy-two"]) {
    const care = name.startsWith("heavy")
      ? "{ heavy: true, before: Be ready., after: Rest. }"
      : "{ heavy: false }";
    const flow = MINIMAL.replace("flow: minimal", `flow: ${name}`).replace(
      "care: { heavy: false }",
      `care: ${care}`,
    );
    writeFileSync(join(folder, `${name}.yml`), flow);
  }
}

function fileOf({ kind, text }: Example): string {
  if (kind === "whole" || /^(shared|paths)\//.test(kind)) return text;
  return inMinimal(kind === "repeated" ? `${text}\n`.repeat(40_000) : text);
}

/** The smallest flow with a snippet in place of its first part of the same name, or at its end if it has none. */
function inMinimal(snippet: string): string {
  const lines = MINIMAL.trimEnd().split("\n");
  const name = /^\s*((?:- )?[a-z-]+)/.exec(snippet)?.[1];
  const from = lines.findIndex((line) => line.trimStart().startsWith(`${name}:`));
  if (from < 0) return [...lines, snippet, ""].join("\n");
  const depth = (line = "") => line.search(/\S|$/);
  const below = lines.slice(from + 1).findIndex((line) => depth(line) <= depth(lines[from]));
  const to = below < 0 ? lines.length : from + 1 + below;
  const indent = " ".repeat(depth(lines[from]) - depth(snippet));
  return lines
    .toSpliced(from, to - from, ...snippet.split("\n").map((line) => indent + line))
    .concat("")
    .join("\n");
}
