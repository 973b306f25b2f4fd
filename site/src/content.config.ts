import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { ledger } from "./ledger.ts";
import { playbooksFolder } from "./team.ts";

export const collections = {
  ledger: defineCollection({ loader: ledger(playbooksFolder()) }),
  principles: defineCollection({
    loader: glob({ pattern: "*/page.mdx", base: "./src/content/principles", generateId: ({ entry }) => entry.split("/")[0] ?? entry }),
    schema: z.strictObject({ questions: z.array(z.string()).default([]) }),
  }),
};
