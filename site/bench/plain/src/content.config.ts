import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

export const collections = {
  plays: defineCollection({
    loader: glob({ pattern: "approved/*/1/*.playbook.yaml", base: process.env.CADENCE_PLAYBOOKS ?? "." }),
    schema: z.looseObject({}),
  }),
};
