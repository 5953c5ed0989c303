import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The slowest test builds the shipped index or kills a build dozens of times.
    testTimeout: 30_000,
  },
});
