import * as z from "zod";
import { type LawId, laws } from "../laws/index.ts";
import { NO_ADVICE } from "../laws/law.ts";
import { ApprovalsSchema } from "./approvals.ts";
import { CalendarsSchema, OfficeSchema } from "./calendars.ts";
import { CapsSchema } from "./caps-schema.ts";
import { PhrasesSchema } from "./house.ts";
import { OverrideSchema } from "./override.ts";
import { choice, Duration, IsoDate, Link, Person, Severities, Slug, Words } from "./terms.ts";

/** cadence.config.yaml: what one team decides for all its playbooks. Everything has a careful default. */
export const ConfigSchema = z
  .strictObject({
    handbook: Link.default("http://localhost:4321/").meta({
      title: "Handbook",
      description: "The address of your handbook. Every finding links to the page there that explains it.",
      examples: ["https://handbook.northwind.example/"],
    }),
    severities: Severities.default({}).meta({
      title: "Severities",
      description: "How loud a rule is for your team: off, hint, info, warning or error, by the rule's id.",
    }),
    caps: z
      .record(Slug, CapsSchema.meta({ title: "Caps", description: "How much is too much for this segment, and how little too little." }))
      .default({})
      .meta({
        title: "Caps",
        description: "How much is too much, and how little too little, by segment. `default` holds for every segment not named.",
      }),
    calendars: CalendarsSchema,
    office: OfficeSchema,
    overrides: z.array(OverrideSchema).default([]).meta({
      title: "Overrides",
      description: "Other severities and caps for some of your playbooks, by their files. Where several name a file, the last one wins.",
    }),
    phrases: PhrasesSchema.prefault({}),
    laws: z
      .array(
        choice(
          Object.fromEntries(
            Object.entries(laws).map(([id, { jurisdiction, name, cite }]) => [id, `${jurisdiction}: ${name}, ${cite}`]),
          ) as Record<LawId, string>,
        ),
      )
      .default([])
      .meta({
        title: "Laws",
        description: `The law packs that hold for your team. All are off until they are named here. ${NO_ADVICE}`,
        examples: [["us-can-spam"]],
      }),
    approvers: z
      .array(
        z
          .strictObject({
            person: Person.meta({
              title: "Person",
              description: "The approver's name and email address.",
              examples: ["Sam Lindqvist <sam@northwind.example>"],
            }),
            segments: z
              .array(Slug)
              .optional()
              .meta({ title: "Segments", description: "The segments this person approves. Left out: all of them." }),
            until: IsoDate.optional().meta({
              title: "Until",
              description: "The last day this person approves. What they approved until then stays approved.",
              examples: ["2027-03-31"],
            }),
          })
          .meta({ title: "An approver", description: "Someone who may approve playbooks." }),
      )
      .optional()
      .meta({ title: "Approvers", description: "Who may approve. Left out: anyone but the playbook's owner." }),
    "review-every": Duration.default("90 days").meta({
      title: "Review every",
      description: "How long an approval lasts before somebody looks again.",
      examples: ["90 days"],
    }),
    approvals: ApprovalsSchema.prefault({}),
    team: Words.optional().meta({
      title: "Team",
      description: "Your team's or company's name, shown in the handbook.",
      examples: ["Northwind"],
    }),
  })
  .meta({ title: "Cadence configuration", description: "What one team decides for all its playbooks." });
