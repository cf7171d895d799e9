import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { readFlowFolder } from "../../src/store/flow-folder.ts";
import { readMany } from "../../src/store/load-many.ts";
import { yamlFiles } from "../../src/store/yaml-files.ts";

const folder = fileURLToPath(new URL("../../flows", import.meta.url));

it("a folder read on all cores is the folder read on one", async () => {
  const done = vi.fn();
  expect(await readMany(folder, done)).toEqual(readFlowFolder(folder));
  expect(done).toHaveBeenCalledTimes(yamlFiles(folder).length);
});
