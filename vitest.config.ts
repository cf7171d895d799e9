import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/own-temporary-folder.ts",
    testTimeout: 20_000,
  },
});
