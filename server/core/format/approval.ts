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
    assets: z.record(Slug, SharedAsset).default({}).meta({
      title: "Assets",
      description: "The shared assets the playbook brings, as they were when it was approved.",
    }),
  })
  .meta({ title: "Approval record", description: "A person's word on one exact version of a playbook. Written by `cadence approve`." });
