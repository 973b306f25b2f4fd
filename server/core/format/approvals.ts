import * as z from "zod";
import { choice, Duration, Words } from "./terms.ts";

/** What a team asks of its approvals, and what becomes of one whose review is overdue. */
export const ApprovalsSchema = z
  .strictObject({
    signatures: choice({
      optional: "A signature is checked where there is one.",
      required: "Nothing counts without the signature of the person it names.",
    })
      .default("optional")
      .meta({ title: "Signatures", description: "Whether approvals and revocations must be signed with an SSH key." }),
    "allowed-signers": Words.default("allowed_signers").meta({
      title: "Allowed signers",
      description: "The file that says whose key is whose, as git and OpenSSH read it. Beside this file, unless the path says otherwise.",
      examples: ["allowed_signers"],
    }),
    "when-overdue": choice({
      keep: "The handbook keeps showing it, under a red banner.",
      withdraw: "The handbook shows it no more until somebody has looked again.",
    })
      .default("keep")
      .meta({ title: "When overdue", description: "What the handbook does with a play whose review is overdue." }),
    grace: Duration.default("30 days").meta({
      title: "Grace",
      description:
        "How long a review may be overdue before `cadence verify` fails. With `withdraw` it does not fail: nobody is shown the play.",
      examples: ["30 days"],
    }),
  })
  .meta({ title: "Approvals", description: "What your team asks of an approval, and what becomes of one whose review is overdue." });
