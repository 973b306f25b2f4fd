import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "server", include: ["server/**/*.test.ts"], testTimeout: 30_000 } },
      { test: { name: "house", include: ["*.test.ts", "scripts/**/*.test.ts"], testTimeout: 60_000 } },
    ],
  },
});
