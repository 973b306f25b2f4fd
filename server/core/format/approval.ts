import * as z from "zod";
import { SharedAsset } from "./assets.ts";
import { IsoDate, Person, Slug, Words } from "./terms.ts";

/** An approval record, as it stands beside the approved copy. */
export const ApprovalSchema = z
  .strictObject({
    playbook: Slug.meta({ title: "Playbook", description: "The id of the playbook: its file name." }),
    version: z.int().min(1).max(9999).meta({ title: "Version", description: "Which approval of this playbook it is, from 1." }),
    digest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, "is not a digest")
      .meta({ title: "Digest", description: "SHA-256 of the approved copy's exact bytes." }),
    "approved-by": Person.meta({ title: "Approved by", description: "Who gave their word." }),
    "approved-on": IsoDate.meta({ title: "Approved on", description: "The day they did." }),
    "review-by": IsoDate.meta({ title: "Review by", description: "The day by which somebody looks again." }),
    note: Words.optional().meta({ title: "Note", description: "What changed since the version before." }),
    accepted: z
      .array(
        z
          .strictObject({
            rule: Slug.meta({ title: "Rule", description: "The rule whose finding stands." }),
            words: Words.optional().meta({ title: "Words", description: "The words it found." }),
            line: z.int().min(1).meta({ title: "Line", description: "Where they are in the approved copy." }),
            because: Words.meta({ title: "Because", description: "Why this is the exception." }),
          })
          .meta({ title: "An accepted finding", description: "A reading of the prose rules that the approver saw and let stand." }),
      )
      .default([])
      .meta({ title: "Accepted", description: "The findings that stand, each with its reason, as the approver saw them." }),
    assets: z.record(Slug, SharedAsset).default({}).meta({
      title: "Assets",
      description: "The shared assets the playbook brings, as they were when it was approved.",
    }),
  })
  .meta({ title: "Approval record", description: "A person's word on one exact version of a playbook. Written by `cadence approve`." });
