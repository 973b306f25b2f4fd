import * as z from "zod";
import { choice, Duration, Link, loudness, Person, Slug, Words } from "./terms.ts";

/** How much is too much, for one segment. Counts are per person, across all channels. */
export const CapsSchema = z.strictObject({
  "most-touches": z
    .int()
    .min(1)
    .max(40)
    .optional()
    .meta({
      title: "Most touches",
      description: "The most touches a cadence may have; a pair counts as one. Careful default: 9.",
      examples: [9],
    }),
  "fewest-touches": z
    .int()
    .min(1)
    .max(40)
    .optional()
    .meta({
      title: "Fewest touches",
      description: "Fewer planned touches than this in a cold cadence is giving up early. Careful default: 4.",
      examples: [4],
    }),
  "smallest-gap": z
    .int()
    .min(1)
    .max(60)
    .optional()
    .meta({
      title: "Smallest gap",
      description: "The fewest business days between one touch and the next. Careful default: 2.",
      examples: [2],
    }),
  "calls-in-7-days": z
    .int()
    .min(1)
    .max(14)
    .optional()
    .meta({ title: "Calls in 7 days", description: "The most calls in any seven calendar days. Careful default: 2.", examples: [2] }),
  "touches-in-7-days": z
    .int()
    .min(1)
    .max(14)
    .optional()
    .meta({
      title: "Touches in 7 days",
      description: "The most touches in any seven calendar days; a pair counts as one. Careful default: 3.",
      examples: [3],
    }),
  "channels-in-a-day": z
    .int()
    .min(1)
    .max(8)
    .optional()
    .meta({ title: "Channels in a day", description: "The most channels used on one day. Careful default: 2.", examples: [2] }),
});

/** cadence.config.yaml: what one team decides for all its playbooks. Everything has a careful default. */
export const ConfigSchema = z
  .strictObject({
    handbook: Link.default("http://localhost:4321/").meta({
      title: "Handbook",
      description: "The address of your handbook. Every finding links to the page there that explains it.",
      examples: ["https://handbook.northwind.example/"],
    }),
    severities: z.record(Slug, choice(loudness)).default({}).meta({
      title: "Severities",
      description: "How loud a rule is for your team: off, hint, info, warning or error, by the rule's id.",
    }),
    caps: z
      .record(Slug, CapsSchema.meta({ title: "Caps", description: "How much is too much for this segment." }))
      .default({})
      .meta({
        title: "Caps",
        description: "How much is too much, by segment. `default` holds for every segment not named.",
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
    team: Words.optional().meta({
      title: "Team",
      description: "Your team's or company's name, shown in the handbook.",
      examples: ["Northwind"],
    }),
  })
  .meta({ title: "Cadence configuration", description: "What one team decides for all its playbooks." });
