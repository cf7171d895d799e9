import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "tightrope-watch-"));
const flows = join(folder, "flows");
mkdirSync(flows);
const minimal = join(root, "test", "flow", "minimal.yml");

let command: ChildProcess | undefined;
afterEach(() => {
  command?.kill("SIGKILL");
  rmSync(join(flows, "minimal.yml"), { force: true });
});

/** Runs `check --watch` on a file; `told` gives what was printed since it was asked last. */
async function watching(file: string) {
  const child = spawn(process.execPath, ["src/terminal/flows.ts", "check", file, "--watch"], {
    cwd: root,
    env: { ...process.env, TIGHTROPE_FLOWS: flows },
  });
  command = child;
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  const sees = async (words: string) => {
    await vi.waitFor(() => expect(printed).toContain(words), { timeout: 10_000, interval: 20 });
    printed = printed.slice(printed.indexOf(words) + words.length);
  };
  await sees("1 of 1 flows can be played");
  await sees("Watching.");
  return { child, sees };
}

it("a file that vanishes for a moment is waited for, and checked again when it is back", async () => {
  const file = join(flows, "minimal.yml");
  copyFileSync(minimal, file);
  const { child, sees } = await watching("minimal");
  renameSync(file, `${file}~`);
  await sees(`${file} is not there just now. It is checked again once it is back.`);
  await sees("Watching.");
  renameSync(`${file}~`, file);
  await sees("1 of 1 flows can be played");
  expect(child.exitCode).toBeNull();
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});

it("a draft beside the flows folder is checked again as well", async () => {
  const draft = join(folder, "minimal.yml");
  copyFileSync(minimal, draft);
  const { sees } = await watching(draft);
  writeFileSync(`${draft}.new`, readFileSync(draft, "utf8").replace("level: easy", "level: simple"));
  renameSync(`${draft}.new`, draft);
  await sees("0 of 1 flows can be played");
});
