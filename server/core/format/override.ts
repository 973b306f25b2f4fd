import * as z from "zod";
import { globOf } from "../glob.ts";
import { CapsSchema } from "./caps-schema.ts";
import { Severities } from "./terms.ts";

/** Some files, as a glob. */
const Files = z.string().superRefine((written, { addIssue }) => {
  const glob = globOf(written);
  if (typeof glob === "string") addIssue({ code: "custom", message: glob });
});

/** What is different for some of a team's playbooks. */
export const OverrideSchema = z
  .strictObject({
    files: z.array(Files).meta({
      title: "Files",
      description:
        "The playbooks it is for: `*` is any part of a name, `**` any folders. A name without a slash is looked for in every folder; with one, from the folder of this file.",
      examples: [["pilots/**", "*-nurture.playbook.yaml"]],
    }),
    severities: Severities.default({}).meta({
      title: "Severities",
      description: "How loud a rule is for these playbooks, by the rule's id.",
    }),
    caps: CapsSchema.prefault({}).meta({
      title: "Caps",
      description: "How much is too much for these playbooks, whatever their segment.",
    }),
  })
  .meta({ title: "An override", description: "What is different for some of your playbooks." });
