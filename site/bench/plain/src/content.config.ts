import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const filesOf = (kind: string) =>
  defineCollection({
    loader: glob({ pattern: `approved/*/1/*.${kind}.yaml`, base: process.env.CADENCE_PLAYBOOKS ?? "." }),
    schema: z.looseObject({}),
  });

export const collections = { plays: filesOf("playbook"), records: filesOf("approval") };
