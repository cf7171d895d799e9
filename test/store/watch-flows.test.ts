import { mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { watchFlows } from "../../src/store/watch-flows.ts";

it("tells once what was saved together, and nothing of other files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "flows-"));
  const changed = vi.fn();
  const end = watchFlows(folder, changed);
  await new Promise((resolve) => setTimeout(resolve, 300));
  writeFileSync(join(folder, "notes.txt"), "not a flow");
  writeFileSync(join(folder, "one.yml"), "flow: one");
  writeFileSync(join(folder, "two.tmp"), "flow: two");
  renameSync(join(folder, "two.tmp"), join(folder, "two.yml"));
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 5_000 });
  await end();
  expect(changed.mock.calls.flat(2)).toEqual([join(folder, "one.yml"), join(folder, "two.yml")]);
});
