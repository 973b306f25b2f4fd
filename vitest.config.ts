import { defineConfig } from "vitest/config";

// Times are how long to wait before giving up on a hang; no test asserts a time. The server's tests share nothing, so they take
// every core; the others build what the next one would find half built, so they take turns, after those.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "server",
          include: ["server/**/*.test.ts"],
          setupFiles: ["server/test/seed.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "extension",
          include: ["extension/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "house",
          include: ["*.test.ts", "scripts/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      "site/vitest.config.ts",
    ],
  },
});
