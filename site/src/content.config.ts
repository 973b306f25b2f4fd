import { defineCollection } from "astro:content";
import type { ApprovedPlaybook } from "@cadence-playbooks/server/core";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { approvedPlaybooks, ledgerHistory, type Told } from "./approved.ts";
import { playbooksFolder } from "./team.ts";

export const collections = {
  playbooks: defineCollection({ loader: approvedPlaybooks(playbooksFolder()), schema: z.custom<ApprovedPlaybook>() }),
  history: defineCollection({ loader: ledgerHistory(playbooksFolder()), schema: z.custom<Told>() }),
  principles: defineCollection({
    loader: glob({ pattern: "*/page.mdx", base: "./src/content/principles", generateId: ({ entry }) => entry.split("/")[0] ?? entry }),
    schema: z.strictObject({ questions: z.array(z.string()).default([]) }),
  }),
};
