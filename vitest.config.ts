import { defineConfig } from "vitest/config";

// Times are how long to wait before giving up on a hang; no test asserts a time.
export default defineConfig({
  test: {
    projects: [
      { test: { name: "server", include: ["server/**/*.test.ts"], setupFiles: ["server/test/seed.ts"], testTimeout: 60_000 } },
      { test: { name: "extension", include: ["extension/*.test.ts"], testTimeout: 180_000 } },
      { test: { name: "house", include: ["*.test.ts", "scripts/**/*.test.ts"], testTimeout: 240_000 } },
      "site/vitest.config.ts",
    ],
  },
});
