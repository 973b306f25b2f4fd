import * as z from "zod";
import { IsoDate, Link, Person, Slug, Words } from "./terms.ts";

/** One shared asset. */
export const SharedAsset = z
  .strictObject({
    title: Words.meta({ title: "Title", description: "What it is called.", examples: ["Pick-error benchmark 2026"] }),
    summary: Words.optional().meta({ title: "Summary", description: "What is in it and what a reader can do with it." }),
    link: Link.optional().meta({ title: "Link", description: "Where it is.", examples: ["https://northwind.example/benchmark"] }),
    words: Words.optional().meta({
      title: "Words",
      description:
        "Words that several playbooks send or say. A touch takes them with `words-from` and keeps a copy, so that what is checked and approved stands in one file.",
    }),
    owner: Person.meta({ title: "Owner", description: "Who keeps it true.", examples: ["Dana Ortiz <dana@northwind.example>"] }),
    expires: IsoDate.meta({ title: "Expires", description: "The last day it may be sent.", examples: ["2027-03-31"] }),
  })
  .meta({ title: "An asset", description: "A case study, benchmark or guide that touches can bring, or words that they send." });

/** cadence.assets.yaml: the things of value that touches bring and the words they share, each with somebody who keeps it true. */
export const AssetsSchema = z
  .strictObject({
    assets: z.record(Slug, SharedAsset).meta({ title: "Assets", description: "Every shared asset by its id." }),
  })
  .meta({
    title: "Shared assets",
    description:
      "The case studies, benchmarks and guides that touches bring and the words they share, each with an owner and an expiry date.",
  });
