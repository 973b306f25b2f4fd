import { join } from "node:path";
import { defineConfig } from "vitest/config";

// The times here are how long to wait before giving up on a hang; no test asserts a time.
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    include: ["workbench/*.e2e.ts"],
    testTimeout: 240_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    // A workbench on a busy machine may be late once; what fails twice has failed. A second try is told in the report.
    retry: 1,
    expect: { poll: { timeout: 60_000 } },
  },
});
