import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/own-temporary-folder.ts", "test/store/drop-schemas.ts"],
    // No test changes what another one imports, so each worker loads the code once.
    isolate: false,
    testTimeout: 20_000,
  },
});
