import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { runCommand } from "../run-command.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "tightrope-published-"));
const flows = join(folder, "flows");
mkdirSync(join(flows, "paths"), { recursive: true });
copyFileSync(join(root, "test", "flow", "minimal.yml"), join(flows, "minimal.yml"));
const path = (flow: string) =>
  writeFileSync(
    join(flows, "paths", "first.yml"),
    `path: first\nlanguage: en\ntitle: First\nabout: Two.\nsteps:\n  - flow: minimal\n    goal: Ask.\n  - flow: ${flow}\n    goal: Listen.\n`,
  );
afterAll(() => rmSync(folder, { recursive: true }));

const check = (store: string) =>
  runCommand("src/terminal/flows.ts", ["check"], { env: { TIGHTROPE_FLOWS: flows, TIGHTROPE_DB: store } });

it("a path that names a flow of Slack's is told to bring its file into the folder", async () => {
  const file = join(folder, "store.db");
  const store = await openStore(file);
  await store.together("T1", async ({ versions }) => {
    for (const name of ["late-delivery", "strange-login"])
      await versions.addDraft(
        { team: "T1", id: name, by: "U1", channel: "D1", madeAt: 1 },
        projectFlow(name),
      );
    await versions.publish({ team: "T1", id: "late-delivery" }, { note: "First.", at: 2 });
  });
  path('"late-delivery"');
  const { stdout: told, status } = await check(file);
  expect(told).toContain('"late-delivery" was published in Slack, and this folder has no file of it');
  expect(told).toContain(`Put the file that was dropped into Slack here as ${flows}/late-delivery.yml`);
  expect(status).toBe(1);
  path("strange-login");
  expect((await check(file)).stdout).toContain('There is no flow called "strange-login"');
  await store.close();
});

it("where no store is at hand, the remedy names both ways it can be missing", async () => {
  path("late-delivery");
  const { stdout: told, status } = await check(join(folder, "nowhere.db"));
  expect(told).toContain('There is no flow called "late-delivery" that can be played.');
  expect(told).toContain(`if this one was published in Slack alone, put its file into ${flows} as well.`);
  expect(status).toBe(1);
});
