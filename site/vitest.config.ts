import { defineConfig } from "vitest/config";

// The times here are how long to wait before giving up on a hang; no test asserts a time.
export default defineConfig({
  test: {
    name: "site",
    root: import.meta.dirname,
    include: ["test/*.test.ts"],
    globalSetup: ["test/build-once.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    // A browser on a busy machine may be late once; what fails twice has failed. A second try is told in the report.
    retry: 1,
    sequence: { groupOrder: 2 },
  },
});
