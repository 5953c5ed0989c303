import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Most tests wait for sockets and other processes: no core need be kept free for anything else.
    maxWorkers: "100%",
    // The slowest test builds the shipped index or kills a build dozens of times.
    testTimeout: 30_000,
  },
});
