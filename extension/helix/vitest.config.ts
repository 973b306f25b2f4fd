import { join } from "node:path";
import { defineConfig } from "vitest/config";

// The times here are how long to wait before giving up on a hang; no test asserts a time.
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: { include: ["helix/*.e2e.ts"], testTimeout: 400_000 },
});
