import * as z from "zod";
import { SharedAsset } from "./assets.ts";
import { IsoDate, Person, Slug, Words } from "./terms.ts";

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, "is not a digest");

const everyRecord = {
  format: z.literal(1).meta({ title: "Format", description: "The form of this record." }),
  playbook: Slug.meta({ title: "Playbook", description: "The id of the playbook: its file name." }),
};

/** The number of a decision. Folders are counted one by one, so this is also how many decisions came before. */
const DecisionNumber = z.int().min(1).max(9999);
const Previous = z
  .union([z.literal("none"), Digest])
  .meta({ title: "Previous", description: "The digest of the record before this one, or none for the first." });

/** An approval record, as it stands beside the approved copy. */
export const ApprovalSchema = z
  .strictObject({
    ...everyRecord,
    kind: z.literal("approval").meta({ title: "Kind", description: "An approval." }),
    version: DecisionNumber.meta({
      title: "Version",
      description: "Which decision about this playbook it is, from 1. Approvals and revocations are counted together.",
    }),
    previous: Previous,
    digest: Digest.meta({ title: "Digest", description: "SHA-256 of the approved copy's exact bytes." }),
    content: Digest.meta({
      title: "Content",
      description: "SHA-256 of what the copy says, whatever its comments and style: its value as canonical JSON (RFC 8785).",
    }),
    owner: Person.meta({ title: "Owner", description: "Whose playbook it was when it was approved." }),
    segment: Slug.optional().meta({ title: "Segment", description: "The segment it is for." }),
    rules: Digest.meta({ title: "Rules", description: "The digest of the rules it was checked with, as they describe themselves." }),
    config: z
      .union([z.literal("none"), Digest])
      .meta({ title: "Configuration", description: "The digest of the team's configuration it was checked with, or none." }),
    "approved-by": Person.meta({ title: "Approved by", description: "Who gave their word." }),
    "approved-on": IsoDate.meta({ title: "Approved on", description: "The day they did." }),
    "review-by": IsoDate.meta({ title: "Review by", description: "The day by which somebody looks again." }),
    note: Words.meta({ title: "Note", description: "What changed since the version before, in a line." }),
    answers: z
      .array(
        z
          .strictObject({
            question: Slug.meta({ title: "Question", description: "The id of the question." }),
            asked: Words.meta({ title: "Asked", description: "The question as it was asked." }),
            answer: Words.meta({ title: "Answer", description: "What the approver answered." }),
          })
          .meta({ title: "An answer", description: "What no rule can judge, judged by the approver." }),
      )
      .min(1)
      .meta({ title: "Answers", description: "The approver's answers to the questions only a person can answer." }),
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

/** A revocation record: an approval that holds no more, and why. */
export const RevocationSchema = z
  .strictObject({
    ...everyRecord,
    kind: z.literal("revocation").meta({ title: "Kind", description: "A revocation." }),
    number: DecisionNumber.meta({ title: "Number", description: "Which decision about this playbook it is." }),
    previous: Previous,
    revokes: DecisionNumber.meta({ title: "Revokes", description: "The version that holds no more." }),
    "revoked-by": Person.meta({ title: "Revoked by", description: "Who took it back." }),
    "revoked-on": IsoDate.meta({ title: "Revoked on", description: "The day they did." }),
    because: Words.meta({ title: "Because", description: "Why reps must not use it any more." }),
  })
  .meta({ title: "Revocation record", description: "Takes a playbook off the handbook. Written by `cadence revoke`." });

/** `newest.yaml`: which decision was the last, so that one taken away is missed. */
export const NewestSchema = z.strictObject({
  number: DecisionNumber,
  digest: Digest,
});
