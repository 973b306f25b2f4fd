import { defineCollection } from "astro:content";
import { createRequire } from "node:module";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

// Node loads it as it is: put through Vite, the whole core would be taken apart and put together again before a build begins.
const { ledger } = createRequire(import.meta.url)("./ledger.ts") as typeof import("./ledger.ts");

export const collections = {
  ledger: defineCollection({ loader: ledger() }),
  principles: defineCollection({
    loader: glob({ pattern: "*/page.mdx", base: "./src/content/principles", generateId: ({ entry }) => entry.split("/")[0] ?? entry }),
    schema: z.strictObject({ questions: z.array(z.string()).default([]) }),
  }),
};
