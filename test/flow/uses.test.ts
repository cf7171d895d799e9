import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { loadShared } from "../../src/flow/load-shared.ts";
import { readFlowFile, readFlowFolder } from "../../src/store/flow-folder.ts";
import { MINIMAL, minimalWith } from "./minimal.ts";

const BASICS = `shared: basics
reactions:
  validation: { trust: 9 }
  apology: { trust: 2, fear: -3 }
feedback:
  apology: { missed: One apology was enough. }
`;
const basics = loadShared(BASICS, "shared/basics.yml");
const using = minimalWith("version: 1", "version: 1\nuses: basics");
const load = (source: string) => loadFlow(source, "flow.yml", basics.parts ? [basics.parts] : []);

const folderOf = (files: Record<string, string>) => {
  const folder = mkdtempSync(join(tmpdir(), "flows-"));
  mkdirSync(join(folder, "shared"));
  for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), source);
  return folder;
};

it("a flow gets the shared reactions for its meters, and shared feedback", () => {
  const { flow, problems } = load(using);
  expect(problems).toEqual([]);
  expect(flow?.reactions.apology).toEqual({ trust: 2 });
  expect(flow?.feedback.apology?.missed).toBe("One apology was enough.");
});

it("the flow's own entry wins", () => {
  expect(load(using).flow?.reactions.validation).toEqual({ trust: 1 });
});

it("another text of the shared parts makes another flow of it, and none leaves it as it was", () => {
  const other = loadShared(BASICS.replace("trust: 2", "trust: 3"), "shared/basics.yml").parts;
  expect(loadFlow(using, "flow.yml", other ? [other] : []).flow?.hash).not.toBe(load(using).flow?.hash);
  expect(load(MINIMAL).flow?.hash).toBe(loadFlow(MINIMAL, "flow.yml").flow?.hash);
});

it("parts that are not there are told where the flow asks for them", () => {
  const [problem] = load(using.replace("uses: basics", "uses: [basics, basisc]")).problems;
  expect(problem).toMatchObject({ code: "uses/unknown", file: "flow.yml", line: 3, column: 16 });
  expect(problem?.remedy).toContain('"basics"');
});

it.each([
  ["uses/not-shareable", `${BASICS}moods: {}\n`, 7],
  ["key/unknown", BASICS.replace("apology: { trust", "apolgy: { trust"), 4],
  ["key/missing", BASICS.replace("shared: basics\n", ""), 1],
])("%s is told in the file with the shared parts", (code, source, line) => {
  const folder = folderOf({ "minimal.yml": MINIMAL, "shared/basics.yml": source });
  const found = readFlowFolder(folder).flatMap(({ problems }) => problems);
  expect(found).toMatchObject([{ code, line, file: join(folder, "shared", "basics.yml") }]);
});

it("a meter that no flow has is told in the file with the shared parts", () => {
  const folder = folderOf({ "minimal.yml": using, "shared/basics.yml": BASICS });
  const files = readFlowFolder(folder);
  expect(files.map(({ kind, flow }) => [kind, flow?.id])).toEqual([
    ["flow", "minimal"],
    ["shared", undefined],
  ]);
  expect(files[1]?.problems).toMatchObject([{ code: "uses/strange-meter", line: 4, column: 24 }]);
});

it("a single file is read with the shared parts of its folder", () => {
  const folder = folderOf({ "minimal.yml": using, "shared/basics.yml": BASICS });
  expect(readFlowFile(join(folder, "minimal.yml")).flow?.reactions.apology).toEqual({ trust: 2 });
});
