import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/own-temporary-folder.ts", "test/store/drop-schemas.ts"],
    // No test changes what another one imports, so each worker loads the code once.
    isolate: false,
    // Much of it waits for other processes, for a browser or for a database: one core alone would stand still for long.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Commands that tests of a file run side by side share what cores there are.
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
  },
});
