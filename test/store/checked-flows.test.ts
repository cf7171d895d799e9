import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { openCheckedFlows } from "../../src/store/checked-flows.ts";
import { projectFlows } from "../flows-of-the-project.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "checked-"));
const [flow] = projectFlows;
const source = flow?.source ?? "";

it("gives the same flow and problems as reading it, and remembers them", () => {
  const file = join(folder, "flows.db");
  const first = openCheckedFlows(file, 1);
  expect(first.load(source, "a.yml")).toEqual(loadFlow(source, "a.yml"));
  first.close();
  const again = openCheckedFlows(file, 2);
  expect(again.load(source, "a.yml")).toEqual(loadFlow(source, "a.yml"));
  expect(again.load("flow: A", "a.yml")).toEqual(loadFlow("flow: A", "a.yml"));
  again.close();
});

it("reads every flow while another instance writes what it has read", () => {
  const file = join(folder, "shared.db");
  openCheckedFlows(file, 1).close();
  const other = new Database(file);
  other.exec("begin immediate");
  const checked = openCheckedFlows(file, 1);
  expect(checked.load(source, "a.yml")).toEqual(loadFlow(source, "a.yml"));
  checked.close();
  other.exec("commit");
  other.close();
});

it("reads every flow where nothing can be remembered", () => {
  const file = join(folder, "broken.db");
  writeFileSync(file, "this is no database, and long enough not to be taken for an empty one".repeat(40));
  const checked = openCheckedFlows(file, 1);
  expect(checked.load(source, "a.yml")).toEqual(loadFlow(source, "a.yml"));
  checked.close();
});

it("reads every flow anew once the code that reads it has changed, or the words or libraries under it", async () => {
  // A copy, so that nothing of the project itself is changed.
  const copy = mkdtempSync(join(tmpdir(), "checked-code-"));
  cpSync(join(root, "src"), join(copy, "src"), { recursive: true });
  copyFileSync(join(root, "package.json"), join(copy, "package.json"));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const { openCheckedFlows: open } = (await import(
    pathToFileURL(join(copy, "src/store/checked-flows.ts")).href
  )) as { openCheckedFlows: typeof openCheckedFlows };
  const readAnew = () => {
    let times = 0;
    const checked = open(join(copy, "flows.db"), 1, (...text) => {
      times += 1;
      return loadFlow(...text);
    });
    checked.load(source, "a.yml");
    checked.close();
    return times;
  };
  expect([readAnew(), readAnew()]).toEqual([1, 0]);
  for (const file of ["flow/load.ts", "skills/words.ts", "skills/english/grammar.ts"]) {
    appendFileSync(join(copy, "src", file), "\n// changed\n");
    expect([file, readAnew(), readAnew()]).toEqual([file, 1, 0]);
  }
  appendFileSync(join(copy, "package.json"), "\n");
  expect([readAnew(), readAnew()]).toEqual([1, 0]);
  rmSync(copy, { recursive: true });
});
